package io.understudy.link.journal;

import com.github.luben.zstd.util.Native;
import com.github.luben.zstd.util.ZstdVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/**
 * Loads zstd's native library from a fixed path instead of a deleted temporary file, which a
 * process snapshot could not restore, and without setting a system property that the server could
 * see.
 */
public final class ZstdLibrary {
  private ZstdLibrary() {}

  /**
   * Loads the library once; later calls return at once.
   *
   * @param directory where the library is laid, and found again by the next start. If it cannot be
   *     written, a private temporary directory serves.
   * @throws IOException if the library can be laid in neither place
   */
  public static synchronized void load(Path directory) throws IOException {
    if (Native.isLoaded()) {
      return;
    }
    String name = "libzstd-jni-" + ZstdVersion.VERSION + ".so";
    byte[] content = resource("/linux/amd64/" + name);
    Path file;
    try {
      file = lay(directory, name, content);
    } catch (IOException e) {
      file = lay(Files.createTempDirectory("understudy-zstd"), name, content);
    }
    System.load(file.toAbsolutePath().toString());
    Native.assumeLoaded();
  }

  private static Path lay(Path directory, String name, byte[] content) throws IOException {
    Path file = directory.resolve(name);
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return file;
    }
    Files.createDirectories(directory);
    Path fresh =
        Files.createTempFile(
            directory,
            name,
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.write(fresh, content);
    return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Native.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(
            "zstd's library "
                + name
                + " is not in the jar; the journal cannot be packed; this"
                + " release supports Linux on x86-64 only");
      }
      return in.readAllBytes();
    }
  }
}
