package io.understudy.engine.boundary;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import jdk.internal.misc.Unsafe;

/** Names of the local files that managed threads have opened, for comparison and report. */
public final class FileNames {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long INPUT = UNSAFE.objectFieldOffset(FileInputStream.class, "path");
  private static final long OUTPUT = UNSAFE.objectFieldOffset(FileOutputStream.class, "path");
  private static final long RANDOM = UNSAFE.objectFieldOffset(RandomAccessFile.class, "path");
  private static final long INPUT_FD = UNSAFE.objectFieldOffset(FileInputStream.class, "fd");
  private static final long OUTPUT_FD = UNSAFE.objectFieldOffset(FileOutputStream.class, "fd");
  private static final long RANDOM_FD = UNSAFE.objectFieldOffset(RandomAccessFile.class, "fd");

  /** By the descriptor's number. Turn holder only. */
  private static final String[] NAMES = new String[ManagedDescriptors.FIRST];

  private FileNames() {}

  static void put(int fd, String name) {
    if (fd > 2 && fd < NAMES.length) {
      NAMES[fd] = name;
    }
  }

  /** Null for standard input and output, and for what no managed thread has opened. */
  public static String of(int fd) {
    return fd > 2 && fd < NAMES.length ? NAMES[fd] : null;
  }

  public static String of(FileDescriptor fd) {
    return of(Descriptor.get(fd));
  }

  public static String of(FileInputStream stream) {
    return (String) UNSAFE.getReference(stream, INPUT);
  }

  public static String of(FileOutputStream stream) {
    return (String) UNSAFE.getReference(stream, OUTPUT);
  }

  public static String of(RandomAccessFile file) {
    return (String) UNSAFE.getReference(file, RANDOM);
  }

  public static String of(String path) {
    return path;
  }

  public static String of(File file) {
    return file == null ? null : file.getPath();
  }

  /** Of a C string. */
  public static String of(long path) {
    return path == 0 ? null : FilePolicy.text(path);
  }

  /** The descriptor of a stream; the argument itself if it is one. */
  static FileDescriptor descriptor(Object owner) {
    if (owner instanceof FileInputStream) {
      return (FileDescriptor) UNSAFE.getReference(owner, INPUT_FD);
    }
    if (owner instanceof FileOutputStream) {
      return (FileDescriptor) UNSAFE.getReference(owner, OUTPUT_FD);
    }
    if (owner instanceof RandomAccessFile) {
      return (FileDescriptor) UNSAFE.getReference(owner, RANDOM_FD);
    }
    if (owner instanceof FileChannel) {
      return (FileDescriptor)
          UNSAFE.getReference(owner, UNSAFE.objectFieldOffset(owner.getClass(), "fd"));
    }
    return (FileDescriptor) owner;
  }
}
