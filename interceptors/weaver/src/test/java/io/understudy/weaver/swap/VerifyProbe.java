package io.understudy.weaver.swap;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Links, and so verifies, every class of java.base that holds a site. */
final class VerifyProbe {
  private static int linked;
  private static int methods;
  private static long scanNanos;
  private static int scanned;

  public static void main(String[] args) throws Exception {
    Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    List<Path> files;
    try (var all = Files.walk(root)) {
      files = all.filter(p -> p.toString().endsWith(".class")).toList();
    }
    for (Path file : files) {
      String name = root.relativize(file).toString();
      link(name.substring(0, name.length() - ".class".length()), file);
    }
    System.out.println(
        linked > 150 ? "linked" : "only " + linked + " classes hold sites; more are expected");
    System.err.println(
        "sites in "
            + linked
            + " classes of "
            + methods
            + " methods, retransformed "
            + ProbeAgent.retransformed()
            + " in "
            + System.getProperty("probe.ms")
            + " ms, filter "
            + scanNanos / scanned
            + " ns a class");
  }

  private static void link(String name, Path file) throws IOException, ClassNotFoundException {
    if (name.equals("module-info")) {
      return;
    }
    byte[] bytes = Files.readAllBytes(file);
    long start = System.nanoTime();
    boolean sites = ProbeAgent.transformer().mayConcern(name, "java.base", bytes);
    scanNanos += System.nanoTime() - start;
    scanned++;
    if (sites) {
      linked++;
      // asking for the methods links the class
      methods += Class.forName(name.replace('/', '.'), false, null).getDeclaredMethods().length;
    }
  }
}
