package io.understudy.netctl.kernel;

import com.sun.jna.LastErrorException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/**
 * A netlink socket that sends requests and waits for their answers; any thread, one at a time.
 *
 * <p>An answer that does not come within a second ends the request with {@link Errno#EAGAIN}.
 */
public final class NetlinkSocket implements AutoCloseable {
  /** NETLINK_ROUTE. */
  public static final int ROUTE = 0;

  /** NETLINK_NETFILTER. */
  public static final int NETFILTER = 12;

  private static final int NLMSG_ERROR = 2;
  private static final int NLMSG_DONE = 3;
  private static final int SOCKADDR_NL = 12;
  private static final int ANSWER_SECONDS = 1;

  private final int descriptor;
  private final byte[] input = new byte[65536];
  private int sequence = 1;

  /**
   * Opens a socket.
   *
   * @param protocol {@link #ROUTE} or {@link #NETFILTER}
   */
  public NetlinkSocket(int protocol) {
    descriptor = Libc.socket(Libc.AF_NETLINK, Libc.SOCK_RAW | Libc.SOCK_CLOEXEC, protocol);
    byte[] address = new byte[SOCKADDR_NL];
    hostOrder(address).putShort(0, (short) Libc.AF_NETLINK);
    Libc.bind(descriptor, address, address.length);
    byte[] timeout = new byte[16]; // struct timeval
    hostOrder(timeout).putLong(0, ANSWER_SECONDS);
    Libc.setsockopt(descriptor, Libc.SOL_SOCKET, Libc.SO_RCVTIMEO, timeout, timeout.length);
  }

  /**
   * Sends the messages, of which the last that asks for it is acknowledged, and waits for that.
   *
   * @param what names the request in a refusal
   * @throws KernelRefusal with the first error; nothing of a batch was done then
   */
  public synchronized void request(String what, NetlinkMessage messages) {
    int first = send(what, messages);
    while (true) {
      int end = receive(what, 0);
      ByteBuffer answer = hostOrder(input);
      for (int at = 0; at + NetlinkMessage.HEADER <= end; ) {
        if (answer.getShort(at + 4) == NLMSG_ERROR && answer.getInt(at + 8) - first >= 0) {
          int errno = -answer.getInt(at + NetlinkMessage.HEADER);
          if (errno == 0) {
            return;
          }
          drain();
          throw new KernelRefusal(what, errno);
        }
        at += NetlinkMessage.aligned(answer.getInt(at));
      }
    }
  }

  /**
   * Asks for a list, or for one entry with an acknowledgement.
   *
   * @param each gets every entry, positioned behind the netlink header, limited to its end, in host
   *     order
   */
  public synchronized void dump(String what, NetlinkMessage message, Consumer<ByteBuffer> each) {
    int first = send(what, message);
    while (true) {
      int end = receive(what, 0);
      ByteBuffer answer = hostOrder(input);
      for (int at = 0; at + NetlinkMessage.HEADER <= end; ) {
        int length = answer.getInt(at);
        int type = answer.getShort(at + 4);
        if (answer.getInt(at + 8) == first) {
          if (type == NLMSG_DONE) {
            return;
          }
          if (type == NLMSG_ERROR) {
            int errno = -answer.getInt(at + NetlinkMessage.HEADER);
            if (errno == 0) {
              return; // the acknowledgement behind a single entry
            }
            throw new KernelRefusal(what, errno);
          }
          byte[] entry = new byte[length - NetlinkMessage.HEADER];
          answer.get(at + NetlinkMessage.HEADER, entry);
          each.accept(hostOrder(entry));
        }
        at += NetlinkMessage.aligned(length);
      }
    }
  }

  @Override
  public synchronized void close() {
    Libc.close(descriptor);
  }

  /** Returns the number of the first message. */
  private int send(String what, NetlinkMessage messages) {
    int first = sequence;
    sequence = messages.number(first) + 1;
    try {
      Libc.send(descriptor, messages.array(), messages.length(), 0);
    } catch (LastErrorException e) {
      throw new KernelRefusal(what, e.getErrorCode());
    }
    return first;
  }

  private int receive(String what, int flags) {
    try {
      return (int) Libc.recv(descriptor, input, input.length, flags);
    } catch (LastErrorException e) {
      throw new KernelRefusal(what, e.getErrorCode());
    }
  }

  /** A failed batch is answered by one error for each message: the others are not wanted. */
  private void drain() {
    try {
      while (true) {
        receive("drain", Libc.MSG_DONTWAIT);
      }
    } catch (KernelRefusal empty) {
      return;
    }
  }

  private static ByteBuffer hostOrder(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }
}
