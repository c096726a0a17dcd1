package io.understudy.engine.boundary;

import java.io.FileInputStream;
import jdk.internal.misc.Unsafe;

/** Streams whose bytes come from outside the replicated program: random devices. */
public final class InputStreams {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long PATH = UNSAFE.objectFieldOffset(FileInputStream.class, "path");

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
