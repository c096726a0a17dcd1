package io.understudy.e2e.connections;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * The other end of a server's connections: clients, and an echo server that the server itself
 * calls. It obeys lines on its standard input and answers each with a line.
 *
 * <ul>
 *   <li>{@code open ADDRESS N}: N more connections of each kind, which stay, each with one message
 *   <li>{@code flood ADDRESS N}: N connections to whom the server writes, and that never read
 *   <li>{@code use}: a message on each
 *   <li>{@code churn ADDRESS N}: N times a connection of each kind, a message, and its end
 *   <li>{@code drop}: ends all that stay
 *   <li>{@code ask ADDRESS}: what the server tells
 * </ul>
 */
public final class Peers {
  static final int PORT = 7000;

  /** Ports behind {@link #PORT}: the last two kinds speak TLS. */
  static final int KINDS = 5;

  private static final int FIRST_TLS = 4;
  private static final int WRITERS = 6;
  private static final int LIMIT_MILLIS = 20_000;
  private static final int MESSAGE = 8;

  private final List<Socket> open = new ArrayList<>();
  private final List<Socket> flooded = new ArrayList<>();
  private final SSLContext tls;

  private Peers() throws Exception {
    tls = SSLContext.getInstance("TLS");
    tls.init(null, new TrustManager[] {new Everybody()}, null);
  }

  /** No arguments. */
  public static void main(String[] arguments) throws Exception {
    Thread echo = new Thread(Peers::serve, "echo");
    echo.setDaemon(true);
    echo.start();
    Peers peers = new Peers();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(peers.obey(line.split(" ")));
    }
  }

  private String obey(String[] words) {
    try {
      switch (words[0]) {
        case "open" -> open(words[1], Integer.parseInt(words[2]));
        case "flood" -> flood(words[1], Integer.parseInt(words[2]));
        case "use" -> use();
        case "churn" -> churn(words[1], Integer.parseInt(words[2]));
        case "drop" -> drop();
        default -> {
          return ask(words[1]);
        }
      }
      return "done";
    } catch (IOException e) {
      return "failed " + e;
    }
  }

  private void open(String address, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      for (int kind = 1; kind <= KINDS; kind++) {
        Socket socket = connect(address, kind);
        open.add(socket);
        exchange(socket);
      }
    }
  }

  private void flood(String address, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      flooded.add(new Socket(address, PORT + WRITERS));
    }
  }

  private void use() throws IOException {
    for (Socket socket : open) {
      exchange(socket);
    }
  }

  private void churn(String address, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      for (int kind = 1; kind <= KINDS; kind++) {
        try (Socket socket = connect(address, kind)) {
          exchange(socket);
        }
      }
    }
  }

  private void drop() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  private Socket connect(String address, int kind) throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(LIMIT_MILLIS);
    socket.connect(new InetSocketAddress(address, PORT + kind), LIMIT_MILLIS);
    return kind < FIRST_TLS
        ? socket
        : tls.getSocketFactory().createSocket(socket, address, PORT + kind, true);
  }

  private static void exchange(Socket socket) throws IOException {
    byte[] message = ByteBuffer.allocate(MESSAGE).putLong(System.nanoTime()).array();
    socket.getOutputStream().write(message);
    byte[] answer = new byte[MESSAGE];
    new DataInputStream(socket.getInputStream()).readFully(answer);
    if (!Arrays.equals(message, answer)) {
      throw new IOException("another answer than the message");
    }
  }

  private static String ask(String address) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(1_000);
      socket.send(new DatagramPacket(new byte[1], 1, InetAddress.getByName(address), PORT));
      DatagramPacket answer = new DatagramPacket(new byte[2_000], 2_000);
      socket.receive(answer);
      String text = new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8);
      return text.replace('\n', ';');
    }
  }

  private static void serve() {
    try (ServerSocket server = new ServerSocket(PORT)) {
      while (true) {
        Socket socket = server.accept();
        Thread thread = new Thread(() -> echo(socket));
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException e) {
      System.err.println(e);
    }
  }

  private static void echo(Socket socket) {
    try (socket) {
      socket.getInputStream().transferTo(socket.getOutputStream());
    } catch (IOException e) {
      // its server was killed
    }
  }

  /** Trusts every certificate: who the server is, is no question here. */
  private static final class Everybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
