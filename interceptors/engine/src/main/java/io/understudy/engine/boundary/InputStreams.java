package io.understudy.engine.boundary;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import jdk.internal.misc.Unsafe;

/**
 * Streams whose bytes come from outside the replicated program: standard input, random devices. A
 * backup gets what the primary's standard input said; its own is read from its promotion on.
 */
public final class InputStreams {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long PATH = UNSAFE.objectFieldOffset(FileInputStream.class, "path");
  private static final long STREAM_FD = UNSAFE.objectFieldOffset(FileInputStream.class, "fd");
  private static final long NUMBER = UNSAFE.objectFieldOffset(FileDescriptor.class, "fd");

  private static volatile String[] declared = {"/dev/random", "/dev/urandom"};

  private InputStreams() {}

  /** Declares a path; bytes read from it are logged. Before the first managed thread. */
  public static synchronized void declare(String path) {
    String[] more = new String[declared.length + 1];
    System.arraycopy(declared, 0, more, 0, declared.length);
    more[declared.length] = path;
    declared = more;
  }

  /** Whether reads of this stream are input. */
  public static boolean isInput(FileInputStream stream) {
    return isStandardInput(stream) || PrimaryFiles.has(stream) || isDeclared(stream);
  }

  /** Whether a read may take for ever: of standard input it may, of a device it does not. */
  public static boolean mayBlock(FileInputStream stream) {
    return isStandardInput(stream);
  }

  private static boolean isStandardInput(FileInputStream stream) {
    Object fd = UNSAFE.getReference(stream, STREAM_FD);
    return fd != null && UNSAFE.getInt(fd, NUMBER) == 0;
  }

  private static boolean isDeclared(FileInputStream stream) {
    String path = (String) UNSAFE.getReference(stream, PATH);
    if (path != null) {
      for (String d : declared) {
        if (path.equals(d)) {
          return true;
        }
      }
    }
    return false;
  }
}
