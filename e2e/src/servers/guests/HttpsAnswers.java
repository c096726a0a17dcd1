import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An HTTPS server on the JDK's own, with a pool of threads.
 *
 * <p>Usage: {@code java HttpsAnswers HOST PORT KEYSTORE PASSWORD}.
 */
public final class HttpsAnswers {
  private static final int THREADS = 4;

  private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
  private final HttpsServer server;
  private long hash;
  private int requests;

  private HttpsAnswers(String host, int port, SSLContext context) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(host, port), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.setExecutor(pool);
    server.createContext("/echo", this::echo);
    server.createContext("/stop", this::stop);
    server.start();
  }

  public static void main(String[] args) throws Exception {
    char[] password = args[3].toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(args[2])) {
      keys.load(in, password);
    }
    KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
    factory.init(keys, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    new HttpsAnswers(args[0], Integer.parseInt(args[1]), context);
    System.out.println("ready");
  }

  private void echo(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String text = new String(body, StandardCharsets.UTF_8);
    answer(exchange, note(text) + " " + System.nanoTime() + " " + text);
  }

  private synchronized int note(String text) {
    hash = 31 * hash + text.hashCode();
    return ++requests;
  }

  private void stop(HttpExchange exchange) throws IOException {
    answer(exchange, "stopping");
    synchronized (this) {
      System.out.println("HASH %016x %d".formatted(hash, requests));
    }
    new Thread(this::end).start();
  }

  private void end() {
    server.stop(0);
    pool.shutdown();
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
