import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** Dates and other headers of an HTTP exchange. */
public final class HttpDates {

  public static void main(String[] args) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = ("" + System.nanoTime()).getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    URI uri = new URI("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    System.out.println(
        new String(connection.getInputStream().readAllBytes(), UTF_8)
            + connection.getHeaderFields());
    server.stop(0);
  }
}
