package io.understudy.agent.jvmti;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * JNA's native library at a fixed path, {@code <directory>/jna-<version>/libjnidispatch.so}.
 *
 * <p>JNA by itself maps a temporary file and deletes it; an image of the process could then not be
 * taken (design §6).
 */
final class JnaLibrary {
  private static final String RESOURCE = "/com/sun/jna/linux-x86-64/libjnidispatch.so";
  private static final String FILE = "libjnidispatch.so";
  private static final String PREFIX = "jna.";

  /** JNA tells here where it has loaded its library from. */
  private static final String LOADED_FROM = "jnidispatch.path";

  private static final String PATH = "jna.boot.library.path";

  /** Unset, JNA runs ldconfig, and the JVM then has read its pid and environment for good. */
  private static final String SEARCH_PATH = "jna.platform.library.path";

  private static final String DIRECTORIES =
      "/lib/x86_64-linux-gnu:/usr/lib/x86_64-linux-gnu:/lib64:/usr/lib64:/lib:/usr/lib";

  private static final String NO_UNPACK = "jna.nounpack";

  private JnaLibrary() {}

  /** Puts the library there unless it is, and makes JNA load it. Idempotent. */
  static void load(Path directory) {
    NativeAccess.grant();
    Path home = directory.toAbsolutePath().resolve("jna-" + Native.VERSION);
    try {
      place(home);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write " + home.resolve(FILE) + "; the agent needs JNA's library there", e);
    }
    Map<String, String> before = settings();
    System.setProperty(PATH, home.toString());
    System.setProperty(NO_UNPACK, "true");
    System.setProperty(SEARCH_PATH, DIRECTORIES);
    try {
      if (Native.POINTER_SIZE != Long.BYTES || NativeLibrary.getProcess() == null) {
        throw new IllegalStateException("a 64-bit JVM is needed");
      }
    } finally {
      // the server may bring a JNA of its own, which must not see our settings
      settings().keySet().forEach(System::clearProperty);
      before.forEach(System::setProperty);
    }
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(PREFIX) || name.equals(LOADED_FROM)) {
        settings.put(name, System.getProperty(name));
      }
    }
    return settings;
  }

  private static void place(Path home) throws IOException {
    byte[] library = resource();
    Path file = home.resolve(FILE);
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), library)) {
      return;
    }
    Files.createDirectories(
        home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    Path fresh = Files.createTempFile(home, FILE, ".new");
    Files.write(fresh, library);
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static byte[] resource() throws IOException {
    try (InputStream in = JnaLibrary.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException(RESOURCE + " is missing from the agent; Linux on x86-64 is needed");
      }
      return in.readAllBytes();
    }
  }
}
