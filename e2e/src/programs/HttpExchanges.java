import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's HTTP server, with a pool, and its HTTP client, used by several threads. */
public final class HttpExchanges {
  public static void main(String[] args) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    server.setExecutor(pool);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = (exchange.getRequestURI() + " " + System.nanoTime()).getBytes();
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    HttpClient client = HttpClient.newHttpClient();
    String root = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    Seen all =
        Seen.threads(
            3,
            (index, seen) -> {
              for (int i = 0; i < 8; i++) {
                URI uri = URI.create(root + index + "/" + i);
                HttpResponse<String> answer =
                    client.send(
                        HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
                seen.add(answer.body()).add(answer.headers().map().get("date"));
              }
            });
    server.stop(0);
    pool.shutdown();
    all.print();
    System.exit(0);
  }
}
