package io.understudy.weaver.bridge;

import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Arrays;
import java.util.UUID;

/**
 * A server under test: answers datagrams in the three ways of the JDK, and prints all that the
 * world told it. Argument: datagrams for each way.
 */
public final class EchoServer {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final int TIMEOUT_MILLIS = 20;

  private EchoServer() {}

  public static void main(String[] args) throws Exception {
    int n = Integer.parseInt(args[0]);
    System.out.println(
        UUID.randomUUID()
            + " "
            + ProcessHandle.current().pid()
            + " "
            + InetAddress.getByName("localhost")
            + " "
            + NetworkInterface.getByName("lo").getInterfaceAddresses()
            + " "
            + System.nanoTime());
    pipe();
    blocking(n);
    timed(n);
    selected(n);
    System.exit(0);
  }

  /** What goes back; the fault makes a program that differs from the recorded one. */
  private static byte[] answer(byte[] data, int length) {
    byte[] a = Arrays.copyOf(data, length + 1);
    a[length] = (byte) ('0' + (System.nanoTime() & 7));
    if (Boolean.getBoolean("fault")) {
      a[0] ^= 1;
    }
    return a;
  }

  private static void say(int port) {
    System.out.println("port " + port);
  }

  private static void pipe() throws Exception {
    Pipe p = Pipe.open();
    p.sink().write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    ByteBuffer b = ByteBuffer.allocate(8);
    System.out.println("pipe " + p.source().read(b) + " " + b.get(2));
    p.sink().close();
    p.source().close();
  }

  private static void blocking(int n) throws Exception {
    try (DatagramSocket s = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0))) {
      try (DatagramSocket second = new DatagramSocket(s.getLocalSocketAddress())) {
        System.out.println("bound twice: " + second);
      } catch (BindException e) {
        System.out.println(e.getMessage());
      }
      say(s.getLocalPort());
      for (int i = 0; i < n; i++) {
        DatagramPacket p = new DatagramPacket(new byte[100], 100);
        s.receive(p);
        p.setData(answer(p.getData(), p.getLength()));
        s.send(p);
      }
    }
  }

  private static void timed(int n) throws Exception {
    try (DatagramSocket s = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0))) {
      s.setSoTimeout(TIMEOUT_MILLIS);
      int timeouts = 0;
      say(s.getLocalPort());
      for (int i = 0; i < n; ) {
        DatagramPacket p = new DatagramPacket(new byte[100], 100);
        try {
          s.receive(p);
          p.setData(answer(p.getData(), p.getLength()));
          s.send(p);
          i++;
        } catch (SocketTimeoutException e) {
          timeouts++;
        }
      }
      System.out.println("timeouts " + timeouts);
    }
  }

  private static void selected(int n) throws Exception {
    try (Selector selector = Selector.open();
        DatagramChannel c = DatagramChannel.open()) {
      c.bind(new InetSocketAddress(LOOPBACK, 0));
      c.configureBlocking(false);
      c.register(selector, SelectionKey.OP_READ);
      say(((InetSocketAddress) c.getLocalAddress()).getPort());
      int empty = 0;
      ByteBuffer b = ByteBuffer.allocateDirect(100);
      for (int i = 0; i < n; ) {
        empty += selector.select(TIMEOUT_MILLIS) == 0 ? 1 : 0;
        selector.selectedKeys().clear();
        b.clear();
        SocketAddress from = c.receive(b);
        if (from != null) {
          byte[] data = new byte[b.position()];
          b.flip().get(data);
          c.send(ByteBuffer.wrap(answer(data, data.length)), from);
          i++;
        }
      }
      System.out.println("empty " + empty);
    }
  }
}
