package io.understudy.e2e.guest;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A SIP client's connection: sends requests of one call and reads until a final answer. */
record SipLine(Socket socket, String transport) {
  private static final int BUFFER = 4_096;

  /** A request of a call. */
  static String request(
      String method, String uri, String transport, Object via, String call, String toTag) {
    int sequence = method.equals("BYE") ? 2 : 1;
    return String.join(
        "\r\n",
        method + " " + uri + " SIP/2.0",
        "Via: SIP/2.0/" + transport + " " + via + ";branch=z9hG4bK" + call + method,
        "From: <sip:caller@127.0.0.1>;tag=" + call,
        "To: <sip:guest@127.0.0.1>" + toTag,
        "Call-ID: " + call,
        "CSeq: " + sequence + " " + method,
        "Max-Forwards: 70",
        "Contact: <sip:caller@" + via + ";transport=" + transport + ">",
        "Content-Length: 0",
        "",
        "");
  }

  void send(String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Reads until a 200 has come, whole; returns all that came. */
  String untilOk() throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[BUFFER];
    while (true) {
      int ok = text.indexOf("SIP/2.0 200");
      if (ok >= 0 && text.indexOf("\r\n\r\n", ok) >= 0) {
        return text.toString();
      }
      int n = in.read(buffer);
      if (n < 0) {
        throw new IOException("hung up after: " + text);
      }
      text.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
    }
  }

  /** {@code ;tag=...} of the callee in the answers of a call. */
  static String toTag(String answers) {
    int from = answers.indexOf(";tag=", answers.lastIndexOf("\r\nTo:"));
    return answers.substring(from, answers.indexOf("\r\n", from));
  }
}
