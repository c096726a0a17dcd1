import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a byte stream into SIP messages by Content-Length (RFC 3261, section 18.3). */
final class SipStream {
  private final StringBuilder pending = new StringBuilder();

  /** The messages that are whole with these bytes. */
  List<String> add(byte[] bytes, int length) {
    pending.append(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    List<String> whole = new ArrayList<>();
    while (true) {
      int head = pending.indexOf("\r\n\r\n");
      int end = head < 0 ? Integer.MAX_VALUE : head + 4 + bodyLength(pending.substring(0, head));
      if (end > pending.length()) {
        return whole;
      }
      whole.add(pending.substring(0, end));
      pending.delete(0, end);
    }
  }

  private static int bodyLength(String head) {
    for (String line : head.split("\r\n")) {
      if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        return Integer.parseInt(line.substring(15).trim());
      }
    }
    return 0;
  }
}
