package io.understudy.agent.jar;

import counting.CountingServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Makes a jar of {@link CountingServer} that knows nothing of the agent. */
final class Application {
  static final String MAIN = CountingServer.class.getName();
  private static final String CLASS_FILE = MAIN.replace('.', '/') + ".class";

  private Application() {}

  /**
   * Writes the jar.
   *
   * @param release text in one of its files; another text makes another application
   */
  static Path jar(Path file, String release) {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file));
        InputStream program = Application.class.getResourceAsStream("/" + CLASS_FILE)) {
      put(jar, CLASS_FILE, program.readAllBytes());
      put(jar, "release", release.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    JarEntry entry = new JarEntry(name);
    entry.setTime(0);
    jar.putNextEntry(entry);
    jar.write(bytes);
    jar.closeEntry();
  }
}
