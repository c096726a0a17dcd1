package io.understudy.link.wire;

import com.google.protobuf.ByteString;
import io.understudy.link.message.Hello;
import io.understudy.link.message.LinkMessage;
import io.understudy.link.message.Role;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;

/** A peer that speaks byte by byte, well or badly. */
final class RawPeer implements Closeable {
  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  RawPeer(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
    this.out = new DataOutputStream(socket.getOutputStream());
    socket.setSoTimeout(20_000);
  }

  static RawPeer connect(int port) throws IOException {
    return new RawPeer(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  void write(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  void preamble() throws IOException {
    out.write(FrameFormat.PREAMBLE);
  }

  void frame(int length, int type, byte[] content) throws IOException {
    out.writeInt(length);
    out.writeByte(type);
    out.write(content);
  }

  void send(LinkMessage message) throws IOException {
    byte[] content = message.toByteArray();
    frame(1 + content.length, FrameFormat.CONTROL, content);
  }

  static LinkMessage hello(Map<String, String> identity) {
    return LinkMessage.newBuilder()
        .setHello(
            Hello.newBuilder()
                .setProtocolVersion(FrameFormat.PROTOCOL_VERSION)
                .setRole(Role.ROLE_BACKUP)
                .setCluster("pair-1")
                .setLog(ByteString.EMPTY)
                .putAllIdentity(identity))
        .build();
  }

  void greet(Map<String, String> identity) throws IOException {
    preamble();
    send(hello(identity));
  }

  /** Reads until the peer closes; fails after 20 s without a byte. */
  void awaitClose() throws IOException {
    byte[] buffer = new byte[4096];
    try {
      while (in.read(buffer) >= 0) {
        // what it says does not matter here
      }
    } catch (java.net.SocketException e) {
      // a reset is a close too
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
