package io.understudy.netctl.kernel;

/** The kernel answered a request with an error number. */
public final class KernelRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int errno;

  KernelRefusal(String request, int errno) {
    super(request + ": " + Errno.name(errno));
    this.errno = errno;
  }

  /** A value of {@link Errno}, positive. */
  public int errno() {
    return errno;
  }
}
