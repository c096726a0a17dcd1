package io.understudy.netctl.kernel;

/** Error numbers that netctl tells apart (asm-generic/errno.h). */
public final class Errno {
  public static final int EPERM = 1;
  public static final int ENOENT = 2;
  public static final int ESRCH = 3;
  public static final int EAGAIN = 11;
  public static final int EEXIST = 17;
  public static final int ENODEV = 19;
  public static final int EADDRINUSE = 98;
  public static final int EADDRNOTAVAIL = 99;
  public static final int ENETDOWN = 100;
  public static final int ENOBUFS = 105;

  private Errno() {}

  /** The number's name, or the number itself. */
  static String name(int errno) {
    return switch (errno) {
      case EPERM -> "EPERM (not permitted)";
      case ENOENT -> "ENOENT (no such object)";
      case ESRCH -> "ESRCH (no such entry)";
      case EAGAIN -> "EAGAIN (no answer in time)";
      case EEXIST -> "EEXIST (is there already)";
      case ENODEV -> "ENODEV (no such device)";
      case EADDRINUSE -> "EADDRINUSE (in use)";
      case EADDRNOTAVAIL -> "EADDRNOTAVAIL (no such address)";
      case ENETDOWN -> "ENETDOWN (device down)";
      case ENOBUFS -> "ENOBUFS (dropped on its way out)";
      default -> "errno " + errno;
    };
  }
}
