package io.understudy.link.commit;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last failed transmission to each receiver of one socket, until the server has been told. Of
 * more receivers than {@link #MOST} the oldest is forgotten. Any thread.
 */
final class Failures {
  static final int MOST = 64;

  /** Of a connected socket. */
  private static final byte[] NOBODY = {};

  private final Map<ByteBuffer, Integer> errnos = new LinkedHashMap<>();

  /** So that a socket without failures costs no lock. */
  private volatile boolean some;

  /**
   * Remembers a failure.
   *
   * @param address the receiver's struct sockaddr, or null on a connected socket
   */
  synchronized void add(int errno, byte[] address) {
    errnos.put(key(address), errno);
    if (errnos.size() > MOST) {
      errnos.remove(errnos.keySet().iterator().next());
    }
    some = true;
  }

  /** Errno of the last failure to this receiver, which is forgotten; 0 if there was none. */
  int take(byte[] address) {
    if (!some) {
      return 0;
    }
    synchronized (this) {
      Integer errno = errnos.remove(key(address));
      some = !errnos.isEmpty();
      return errno == null ? 0 : errno;
    }
  }

  private static ByteBuffer key(byte[] address) {
    return ByteBuffer.wrap(address == null ? NOBODY : address.clone());
  }
}
