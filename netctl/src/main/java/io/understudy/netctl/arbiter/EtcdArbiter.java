package io.understudy.netctl.arbiter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One key in etcd, by the JSON form of its v3 interface, which every member serves on its client
 * port ({@code /v3/kv/txn}, etcd's api_grpc_gateway.md). Transactions are linearizable: a member
 * that has lost the others gives no answer.
 *
 * <p>A member that does not answer costs its share of the limit; the next question begins with the
 * one that answered last.
 */
final class EtcdArbiter implements Arbiter {
  private static final int OK = 200;
  private static final Pattern SUCCEEDED = Pattern.compile("\"succeeded\"\\s*:\\s*true");
  private static final Pattern VALUE = Pattern.compile("\"value\"\\s*:\\s*\"([A-Za-z0-9+/=]*)\"");

  private final List<String> urls;
  private final String key;
  private final Duration limit;
  private final HttpClient client;
  private int preferred;

  /**
   * @param urls of the members' client ports, separated by commas
   */
  EtcdArbiter(String urls, String cluster, Duration limit) {
    this.urls = List.of(urls.split(","));
    this.key = base64("/understudy/" + cluster + "/holding");
    this.limit = limit.dividedBy(this.urls.size());
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(this.limit)
            .build();
  }

  @Override
  public Holding read() throws IOException {
    return holding(ask("{\"success\":[" + range() + "]}"));
  }

  @Override
  public Holding swap(Holding expected, Holding wanted) throws IOException {
    // absent: a key that was never made has create revision 0
    String condition =
        expected.equals(Holding.NOBODY)
            ? "\"target\":\"CREATE\",\"create_revision\":\"0\""
            : "\"target\":\"VALUE\",\"value\":\"" + base64(expected.text()) + "\"";
    String answer =
        ask(
            ("{\"compare\":[{\"key\":\"%s\",\"result\":\"EQUAL\",%s}],"
                    + "\"success\":[{\"requestPut\":{\"key\":\"%s\",\"value\":\"%s\"}}],"
                    + "\"failure\":[%s]}")
                .formatted(key, condition, key, base64(wanted.text()), range()));
    return SUCCEEDED.matcher(answer).find() ? wanted : holding(answer);
  }

  @Override
  public void close() {
    // the client's threads are daemons and end with it
  }

  private String range() {
    return "{\"requestRange\":{\"key\":\"" + key + "\"}}";
  }

  private static Holding holding(String answer) throws IOException {
    Matcher value = VALUE.matcher(answer);
    return value.find()
        ? Holding.parse(
            new String(Base64.getDecoder().decode(value.group(1)), StandardCharsets.UTF_8))
        : Holding.NOBODY;
  }

  private String ask(String transaction) throws IOException {
    IOException last = null;
    for (int i = 0; i < urls.size(); i++) {
      String url = urls.get(preferred);
      try {
        return post(url, transaction);
      } catch (IOException e) {
        last = new IOException(url + ": " + e, e);
        preferred = (preferred + 1) % urls.size();
      }
    }
    throw last;
  }

  private String post(String url, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/v3/kv/txn"))
            .timeout(limit)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new IOException("status " + answer.statusCode() + " " + answer.body().strip());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
