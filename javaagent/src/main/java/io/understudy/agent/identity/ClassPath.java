package io.understudy.agent.identity;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Contents of a class path, in order. Where the files lie and what jars are called does not count;
 * names inside a directory do.
 */
final class ClassPath {
  private final Digest digest;
  private final File agentJar;
  private final Set<Path> seen = new HashSet<>();

  ClassPath(Digest digest, File agentJar) throws IOException {
    this.digest = digest;
    this.agentJar = agentJar.getCanonicalFile();
  }

  /**
   * One digest of all entries.
   *
   * @param path entries between {@link File#pathSeparator}; empty means no class path
   */
  String digest(String path) throws IOException {
    List<String> contents = new ArrayList<>();
    for (String entry : path.split(File.pathSeparator, -1)) {
      if (!path.isEmpty()) {
        add(new File(entry.isEmpty() ? "." : entry).getAbsoluteFile(), contents);
      }
    }
    return contents.isEmpty() ? "empty" : digest.ofStrings(contents);
  }

  private void add(File entry, List<String> contents) throws IOException {
    boolean known = !seen.add(entry.toPath().normalize());
    if (known || entry.getCanonicalFile().equals(agentJar)) {
      return;
    }
    if (entry.isDirectory()) {
      addDirectory(entry, "", contents);
    } else if (entry.isFile()) {
      contents.add(digest.ofArchive(entry));
      for (String reference : references(entry)) {
        add(new File(entry.getParentFile(), reference), contents);
      }
    } else {
      contents.add("missing");
    }
  }

  /** Only class files count: a server may keep changing data in a directory of its class path. */
  private void addDirectory(File directory, String prefix, List<String> contents)
      throws IOException {
    File[] files = directory.listFiles();
    if (files == null) {
      throw new IOException("cannot list " + directory);
    }
    Arrays.sort(files);
    for (File file : files) {
      String name = prefix + file.getName();
      if (file.isDirectory()) {
        addDirectory(file, name + "/", contents);
      } else if (name.endsWith(".class")) {
        contents.add(name);
        contents.add(digest.ofFile(file));
      }
    }
  }

  /** Class-Path of the manifest (JAR file specification); only relative paths are followed. */
  private static String[] references(File jar) throws IOException {
    if (!jar.getName().endsWith(".jar")) {
      return new String[0];
    }
    try (JarFile file = new JarFile(jar)) {
      Manifest manifest = file.getManifest();
      String path =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return path == null || path.isBlank() ? new String[0] : path.strip().split(" +", -1);
    }
  }
}
