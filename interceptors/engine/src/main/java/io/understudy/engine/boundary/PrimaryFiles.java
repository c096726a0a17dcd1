package io.understudy.engine.boundary;

import io.understudy.engine.diverge.Divergence;
import io.understudy.engine.log.Log;
import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * Files that only the primary has opened; see {@link FilePolicy}. What its natives said comes from
 * the log; a socket that nobody connects holds the number on a backup. At promotion the files are
 * opened for real, at the place where the primary was. Turn holder only.
 */
public final class PrimaryFiles {
  private static final int O_WRONLY = 1;
  private static final int O_RDWR = 2;
  private static final int O_APPEND = 0x400; // Linux x86-64, <fcntl.h>

  private static String[] names = new String[0];
  private static int[] flags = new int[0];
  private static long[] positions = new long[0];

  private PrimaryFiles() {}

  /** Whether the file of this stream, of this descriptor, is the primary's alone. */
  public static boolean has(Object owner) {
    return Descriptor.get(FileNames.descriptor(owner)) >= ManagedDescriptors.FIRST;
  }

  // ---- primary

  /** The descriptor of a stream that was just opened gets its number. */
  public static int take(Object stream) throws IOException {
    return ManagedDescriptors.take(FileNames.descriptor(stream), ManagedDescriptors.FILE);
  }

  /** The number of a stream's descriptor, for the log. */
  public static long number(Object stream) {
    return Descriptor.get(FileNames.descriptor(stream));
  }

  // ---- backup

  public static void given(FileInputStream stream, String path, int number) throws IOException {
    given(FileNames.descriptor(stream), number, path, 0);
  }

  public static void given(FileOutputStream stream, String path, boolean append, int number)
      throws IOException {
    given(FileNames.descriptor(stream), number, path, append ? O_WRONLY | O_APPEND : O_WRONLY);
  }

  /** {@code mode}: 1 = read only, as the JDK's RandomAccessFile counts. */
  public static void given(RandomAccessFile file, String path, int mode, int number)
      throws IOException {
    given(FileNames.descriptor(file), number, path, (mode & 1) != 0 ? 0 : O_RDWR);
  }

  /** What UnixNativeDispatcher.open0 returned. */
  public static void given(long path, int openFlags, int mode, int number) throws IOException {
    given(null, number, FilePolicy.text(path), openFlags);
  }

  private static void given(FileDescriptor fd, int number, String path, int openFlags)
      throws IOException {
    if (number < ManagedDescriptors.FIRST) {
      return;
    }
    ManagedDescriptors.holdPlace(number, ManagedDescriptors.FILE);
    if (fd != null) {
      Descriptor.set(fd, number);
    }
    int i = number - ManagedDescriptors.FIRST;
    if (i >= names.length) {
      grow(i + 16);
    }
    names[i] = path;
    flags[i] = openFlags;
    positions[i] = 0;
  }

  private static void grow(int size) {
    String[] moreNames = new String[size];
    int[] moreFlags = new int[size];
    long[] morePositions = new long[size];
    System.arraycopy(names, 0, moreNames, 0, names.length);
    System.arraycopy(flags, 0, moreFlags, 0, flags.length);
    System.arraycopy(positions, 0, morePositions, 0, positions.length);
    names = moreNames;
    flags = moreFlags;
    positions = morePositions;
  }

  /** A read or write of so many bytes was taken from the log; negative counts as none. */
  public static void advance(Object owner, long bytes) {
    advance(Descriptor.get(FileNames.descriptor(owner)), bytes);
  }

  public static void advance(int fd, long bytes) {
    int i = fd - ManagedDescriptors.FIRST;
    if (i >= 0 && i < positions.length && bytes > 0) {
      positions[i] += bytes;
    }
  }

  /** A seek was taken from the log; negative: the call only asked. */
  public static void position(Object owner, long position) {
    int i = Descriptor.get(FileNames.descriptor(owner)) - ManagedDescriptors.FIRST;
    if (i >= 0 && i < positions.length && position >= 0) {
      positions[i] = position;
    }
  }

  /** Passes over what {@link #compare} reads. */
  public static void passHash() {
    Log.reader().signed();
  }

  /** What this node would write, against what the primary wrote. */
  public static void compare(int id, int hash) {
    int logged = (int) Log.reader().signed();
    if (logged != hash) {
      Divergence.report(
          "bytes of hash " + Integer.toHexString(hash) + " for " + Boundary.name(id),
          "bytes of hash " + Integer.toHexString(logged));
    }
  }

  static void closed(int i) {
    if (i < names.length) {
      names[i] = null;
    }
  }

  /**
   * This node is live now and opens what the primary had open.
   *
   * @return what could not be opened, for the operator; null if all could
   */
  public static String reopen() {
    ManagedThread self = Turn.enterAgent();
    try {
      return reopenAll();
    } finally {
      Turn.leaveAgent(self);
    }
  }

  private static String reopenAll() {
    StringBuilder failed = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      int number = ManagedDescriptors.FIRST + i;
      if (names[i] != null && ManagedDescriptors.is(number, ManagedDescriptors.FILE)) {
        try {
          reopen(i, number);
        } catch (IOException e) {
          failed.append(' ').append(e.getMessage());
        }
        names[i] = null;
      }
    }
    return failed.length() == 0 ? null : failed.toString();
  }

  private static void reopen(int i, int number) throws IOException {
    if ((flags[i] & O_APPEND) != 0) {
      try (FileOutputStream file = new FileOutputStream(names[i], true)) {
        RealNatives.get().dup2(Descriptor.get(FileNames.descriptor(file)), number);
      }
      return;
    }
    boolean writes = (flags[i] & (O_WRONLY | O_RDWR)) != 0;
    try (RandomAccessFile file = new RandomAccessFile(names[i], writes ? "rw" : "r")) {
      file.seek(positions[i]);
      RealNatives.get().dup2(Descriptor.get(FileNames.descriptor(file)), number);
    }
  }
}
