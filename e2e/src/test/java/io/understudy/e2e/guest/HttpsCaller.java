package io.understudy.e2e.guest;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Posts to an HTTPS server, several requests at once, and checks each answer. */
public final class HttpsCaller {
  private static final int AT_ONCE = 8;

  private HttpsCaller() {}

  /** Arguments: {@code HOST:PORT REQUESTS}. Exits with 1 at the first wrong answer. */
  public static void main(String[] args) throws Exception {
    int requests = Integer.parseInt(args[1]);
    for (int done = 0; done < requests; done += AT_ONCE) {
      // a client for each round: a handshake for each connection, not one for all
      HttpClient client = client();
      List<CompletableFuture<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        String text = "request " + (done + i);
        HttpRequest request = request(args[0], "/echo", text);
        answers.add(
            client
                .sendAsync(request, BodyHandlers.ofString())
                .thenApply(a -> a.statusCode() == 200 && a.body().endsWith(" " + text)));
      }
      if (!answers.stream().allMatch(CompletableFuture::join)) {
        System.out.println("a wrong answer in the round from " + done);
        System.exit(1);
      }
    }
    System.out.println(requests + " requests answered");
    System.exit(0);
  }

  static HttpClient client() throws Exception {
    return HttpClient.newBuilder().sslContext(TrustingTls.context()).build();
  }

  static HttpRequest request(String service, String path, String body) {
    return HttpRequest.newBuilder(URI.create("https://" + service + path))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
