package io.understudy.engine.boundary;

import java.io.FileDescriptor;
import java.io.IOException;

/** Effects on kernel objects: made for real on both nodes, so that a backup can go live at once. */
public final class Effects {
  private Effects() {}

  /** Whether a backup also makes the call; an offline replay does not. */
  public static boolean real() {
    return !Boundary.offline();
  }

  /** Whether a consumed read of this descriptor must also be made: its bytes are here as well. */
  public static boolean drains(FileDescriptor fd) {
    return real()
        && ManagedDescriptors.is(fd, ManagedDescriptors.LOCAL)
        && Blocking.ready(fd, Blocking.POLLIN);
  }

  /**
   * As {@link #drains(FileDescriptor)} for a number whose reads never block: what has gathered here
   * is dropped for what the primary read.
   */
  public static boolean drains(int fd) {
    if (!real()) {
      return false;
    }
    FileDescriptor d = new FileDescriptor();
    Descriptor.set(d, fd);
    return Blocking.ready(d, Blocking.POLLIN);
  }

  /** The backup's own result beside the logged one, which wins. */
  public static void compare(int id, long real, long logged) {
    if (real != logged) {
      Boundary.miss(id);
    }
  }

  /** Port that bind(2) gave; a backup binds the same. */
  public static int localPort(FileDescriptor fd) {
    try {
      return RealNatives.get().localPort(fd);
    } catch (IOException e) {
      return 0; // as the caller asked
    }
  }

  /** The backup's own call threw where the primary's returned. */
  public static void failed(int id) {
    Boundary.miss(id);
  }
}
