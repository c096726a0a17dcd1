package io.understudy.weaver.cache;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A directory of woven classes, one file per identity. What stands there becomes code of this JVM,
 * so only its user may be able to write it. It is never needed: whatever is wrong with it is told
 * once, and the start weaves anew.
 */
public final class ClassCache {
  private static final Set<PosixFilePermission> OTHERS_WRITE =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private final Path directory;
  private final Path file;
  private final String identity;
  private final Consumer<String> warning;
  private boolean usable = true;

  /**
   * Touches nothing yet.
   *
   * @param directory made if it is missing
   * @param identity short text, good for a file name, that differs between any two agents and any
   *     two JDK builds
   * @param warning gets a sentence when the cache cannot be used
   */
  public ClassCache(Path directory, String identity, Consumer<String> warning) {
    this.directory = directory;
    this.file = directory.resolve(identity + ".woven");
    this.identity = identity;
    this.warning = warning;
  }

  /** What an earlier start left; empty if there was none. Never throws. */
  public KeptClasses open() {
    try {
      makeDirectory();
      requireOwn(directory);
      byte[] bytes;
      try {
        bytes = Files.readAllBytes(file);
      } catch (NoSuchFileException first) {
        return new KeptClasses();
      }
      requireOwn(file);
      return KeptFile.read(bytes, identity);
    } catch (UntrustedException e) {
      usable = false;
      warn(e.getMessage());
      return KeptClasses.none();
    } catch (IOException | RuntimeException e) {
      warn(file + " cannot be used: " + e.getMessage());
      return new KeptClasses();
    }
  }

  /** Writes what is new, whole or not at all, and closes. Never throws. */
  public void save(KeptClasses kept) {
    if (usable && kept.isChanged()) {
      try {
        Path half = Files.createTempFile(directory, identity, ".half");
        try {
          Files.write(half, KeptFile.write(kept, identity));
          Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
          Files.deleteIfExists(half);
        }
      } catch (IOException | RuntimeException e) {
        warn(file + " cannot be written: " + e);
      }
    }
    kept.close();
  }

  private void makeDirectory() throws IOException {
    if (!Files.isDirectory(directory)) {
      try {
        Files.createDirectories(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } catch (FileAlreadyExistsException e) {
        throw new UntrustedException(directory + " is no directory");
      }
    }
  }

  private static void requireOwn(Path path) throws IOException {
    boolean others = Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS_WRITE::contains);
    Object owner = Files.getAttribute(path, "unix:uid");
    Object self = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    if (others || !owner.equals(self)) {
      throw new UntrustedException(
          path + " belongs to another user or may be written by one; what it holds would be run");
    }
  }

  private void warn(String what) {
    warning.accept("cache=" + directory + ": " + what + ". The start takes longer without it.");
  }

  /** Somebody else may have written it. */
  private static final class UntrustedException extends IOException {
    private static final long serialVersionUID = 1;

    UntrustedException(String message) {
      super(message);
    }
  }
}
