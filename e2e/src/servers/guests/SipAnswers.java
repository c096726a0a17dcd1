import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What a SIP answering machine says to a request, and the state that it keeps: calls in a map with
 * plain objects as keys, random tags, and a hash over all messages in the order in which its
 * threads took them.
 */
final class SipAnswers {
  private static final class Key {} // neither equals nor hashCode

  private final Map<Key, String> calls = new HashMap<>();
  private final Random random = new Random();
  private long hash;
  private int requests;

  /** The answers to a request, in order; empty for an ACK and for what is no request. */
  synchronized List<String> to(String request) {
    String method = request.substring(0, Math.max(0, request.indexOf(' ')));
    hash = 31 * hash + request.hashCode();
    requests++;
    if (method.equals("INVITE")) {
      calls.put(new Key(), header(request, "Call-ID:"));
      String tag = Integer.toHexString(random.nextInt());
      return List.of(answer(request, "180 Ringing", tag), answer(request, "200 OK", tag));
    }
    if (method.equals("BYE")) {
      String id = header(request, "Call-ID:");
      calls.values().removeIf(id::equals);
    }
    boolean none = method.isEmpty() || method.equals("ACK") || method.startsWith("SIP/");
    return none ? List.of() : List.of(answer(request, "200 OK", "x" + requests));
  }

  /** True if the request tells the server to end. */
  static boolean isEnd(String request) {
    return request.startsWith("STOP ");
  }

  /** One line; the order of the open calls hangs on the identity hashes of their keys. */
  synchronized String state() {
    return "HASH %016x %d %s".formatted(hash, requests, calls.values());
  }

  private static String answer(String request, String status, String tag) {
    StringBuilder answer = new StringBuilder("SIP/2.0 ").append(status).append("\r\n");
    for (String line : request.split("\r\n")) {
      if (line.startsWith("Via:") || line.startsWith("From:") || line.startsWith("Call-ID:")) {
        answer.append(line).append("\r\n");
      } else if (line.startsWith("CSeq:")) {
        answer.append(line).append("\r\n");
      } else if (line.startsWith("To:")) {
        answer.append(line).append(line.contains(";tag=") ? "" : ";tag=" + tag).append("\r\n");
      }
    }
    answer.append("Contact: <sip:guest@127.0.0.1>\r\n");
    return answer.append("Content-Length: 0\r\n\r\n").toString();
  }

  private static String header(String request, String name) {
    int from = request.indexOf("\r\n" + name);
    return from < 0 ? "" : request.substring(from + 2, request.indexOf("\r\n", from + 2));
  }
}
