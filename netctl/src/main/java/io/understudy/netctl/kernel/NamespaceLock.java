package io.understudy.netctl.kernel;

import com.sun.jna.LastErrorException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * At most one holder per network namespace: an abstract unix socket address (unix(7)), which lives
 * in the namespace and ends with its process, however that dies.
 */
public final class NamespaceLock implements AutoCloseable {
  private final int descriptor;

  private NamespaceLock(int descriptor) {
    this.descriptor = descriptor;
  }

  /**
   * Takes the lock if it is free.
   *
   * @return the lock, or null if another process holds it
   */
  public static NamespaceLock take(String name) {
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    byte[] address = new byte[Short.BYTES + 1 + path.length];
    ByteBuffer.wrap(address).order(ByteOrder.nativeOrder()).putShort((short) Libc.AF_UNIX);
    System.arraycopy(path, 0, address, Short.BYTES + 1, path.length);
    int descriptor = Libc.socket(Libc.AF_UNIX, Libc.SOCK_STREAM | Libc.SOCK_CLOEXEC, 0);
    try {
      Libc.bind(descriptor, address, address.length);
      return new NamespaceLock(descriptor);
    } catch (LastErrorException e) {
      Libc.close(descriptor);
      if (e.getErrorCode() == Errno.EADDRINUSE) {
        return null;
      }
      throw new KernelRefusal("lock " + name, e.getErrorCode());
    }
  }

  @Override
  public void close() {
    Libc.close(descriptor);
  }
}
