import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The oldest kind of Java server: a thread for each connection, blocking streams. It answers SIP.
 *
 * <p>Usage: {@code java ThreadPerConnection HOST PORT}.
 */
public final class ThreadPerConnection {
  private static final SipAnswers ANSWERS = new SipAnswers();

  private ThreadPerConnection() {}

  public static void main(String[] args) throws IOException {
    InetAddress host = InetAddress.getByName(args[0]);
    try (ServerSocket server = new ServerSocket(Integer.parseInt(args[1]), 200, host)) {
      System.out.println("ready");
      while (true) {
        Socket connection = server.accept();
        new Thread(() -> serve(connection)).start();
      }
    }
  }

  private static void serve(Socket connection) {
    try (connection) {
      InputStream in = connection.getInputStream();
      SipStream stream = new SipStream();
      byte[] buffer = new byte[2048];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        for (String message : stream.add(buffer, n)) {
          answer(connection, message);
        }
      }
    } catch (IOException e) {
      System.out.println("connection lost: " + e.getMessage());
    }
  }

  private static void answer(Socket connection, String message) throws IOException {
    for (String answer : ANSWERS.to(message)) {
      connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    }
    if (SipAnswers.isEnd(message)) {
      System.out.println(ANSWERS.state());
      System.exit(0);
    }
  }
}
