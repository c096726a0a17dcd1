import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * Resources of an archive by {@code jar:} URLs, after classes of the same archive whose super
 * classes have to be looked up when they are loaded. Fails if a resource is not found.
 */
public final class ArchiveUrls {
  private static final String[] CLASSES = {
    "ArchiveUrls$Base", "ArchiveUrls$Key", "ArchiveUrls$Use"
  };

  /** Says what its hash is. */
  public static class Base {
    @Override
    public int hashCode() {
      return 7;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Base;
    }
  }

  /** Has a super class in the archive. */
  public static class Key extends Base {}

  /** Asks for the hash of a class of the archive. */
  public static class Use implements Runnable {
    @Override
    public void run() {
      Key key = new Key();
      if (key.hashCode() != key.hashCode()) {
        throw new IllegalStateException();
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Path archive = Path.of("ArchiveUrls.jar").toAbsolutePath();
    try {
      fill(archive);
      Seen.threads(3, (index, seen) -> look(archive, seen)).print();
    } finally {
      Files.delete(archive);
    }
  }

  private static void look(Path archive, Seen seen) throws Exception {
    URL[] places = {archive.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(places, ClassLoader.getPlatformClassLoader())) {
      Class<?> use = loader.loadClass(CLASSES[2]);
      ((Runnable) use.getConstructor().newInstance()).run();
      for (URL found : Collections.list(loader.getResources("words.txt"))) {
        try (InputStream in = found.openStream()) {
          seen.add(new String(in.readAllBytes()));
        }
        seen.add(found.openConnection().getContentLength());
      }
    } catch (RuntimeException e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static void fill(Path archive) throws Exception {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(archive))) {
      for (String name : CLASSES) {
        out.putNextEntry(new JarEntry(name + ".class"));
        try (InputStream in = ArchiveUrls.class.getResourceAsStream("/" + name + ".class")) {
          in.transferTo(out);
        }
      }
      out.putNextEntry(new JarEntry("words.txt"));
      out.write("found".getBytes());
    }
  }
}
