package io.understudy.e2e.rejoin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A SIP caller that holds its calls for as long as it is told to. A call lives as long as its BYE
 * is answered with the very tag that the server drew when the call began. Arguments: own address,
 * the service's, its port. Orders on stdin, one a line, each answered by one line: {@code invite
 * N}, {@code answered}, {@code bye N}.
 */
public final class HeldCalls {
  /** T1 of RFC 3261, 17.1.1.1, without its doubling. */
  private static final int REPEAT_MILLIS = 500;

  private static final Duration LIMIT = Duration.ofSeconds(32); // 64 T1, as timer B and F

  private final DatagramSocket socket;
  private final InetSocketAddress service;
  private final Deque<String> held = new ArrayDeque<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final List<String> invited = new ArrayList<>();
  private int number;

  private HeldCalls(String own, String service, int port) throws IOException {
    this.socket = new DatagramSocket(0, InetAddress.getByName(own));
    this.service = new InetSocketAddress(service, port);
  }

  public static void main(String[] arguments) throws IOException {
    HeldCalls calls = new HeldCalls(arguments[0], arguments[1], Integer.parseInt(arguments[2]));
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      String[] words = line.split(" ", -1);
      System.out.println(
          switch (words[0]) {
            case "invite" -> calls.invite(Integer.parseInt(words[1]));
            case "answered" -> calls.answered();
            default -> calls.bye(Integer.parseInt(words[1]));
          });
    }
  }

  private int invite(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      String call = "held-" + ++number;
      invited.add(call);
      send("INVITE", call);
    }
    return count;
  }

  /** Waits until each call that was begun is answered, and returns how many are. */
  private int answered() throws IOException {
    Map<String, String> answers = exchange("INVITE", invited);
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      send("ACK", answer.getKey());
      tags.put(answer.getKey(), answer.getValue());
      held.add(answer.getKey());
    }
    invited.clear();
    return answers.size();
  }

  /** Ends the oldest calls and returns how many of them the server knew. */
  private int bye(int count) throws IOException {
    List<String> ending = new ArrayList<>();
    while (ending.size() < count) {
      ending.add(held.remove());
    }
    Map<String, String> answers = exchange("BYE", ending);
    answers.values().removeIf(String::isEmpty);
    answers.entrySet().removeIf(answer -> !answer.getValue().equals(tags.get(answer.getKey())));
    return answers.size();
  }

  /** Sends again and again until each call has its final answer; call to tag, empty if refused. */
  private Map<String, String> exchange(String method, List<String> calls) throws IOException {
    Map<String, String> answers = new LinkedHashMap<>();
    long end = System.nanoTime() + LIMIT.toNanos();
    while (answers.size() < calls.size() && System.nanoTime() - end < 0) {
      for (String call : calls) {
        if (!answers.containsKey(call)) {
          send(method, call);
        }
      }
      receive(method, calls, answers);
    }
    return answers;
  }

  private void receive(String method, List<String> calls, Map<String, String> answers)
      throws IOException {
    long end = System.nanoTime() + Duration.ofMillis(REPEAT_MILLIS).toNanos();
    DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
    for (long left = REPEAT_MILLIS; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
      socket.setSoTimeout((int) left);
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException e) {
        return;
      }
      String text =
          new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
      String call = header(text, "Call-ID");
      boolean last = !text.startsWith("SIP/2.0 1") && header(text, "CSeq").endsWith(method);
      if (last && calls.contains(call)) {
        answers.put(call, text.startsWith("SIP/2.0 200") ? tag(header(text, "To")) : "");
      }
      if (answers.size() == calls.size()) {
        return;
      }
    }
  }

  private void send(String method, String call) throws IOException {
    String own = socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    String text =
        String.join(
            "\r\n",
            method + " sip:held@" + service.getHostString() + " SIP/2.0",
            "Via: SIP/2.0/UDP " + own + ";branch=z9hG4bK" + call + method,
            "From: <sip:caller@" + own + ">;tag=" + call,
            "To: <sip:held@" + service.getHostString() + ">",
            "Call-ID: " + call,
            "CSeq: " + (method.equals("BYE") ? 2 : 1) + " " + method,
            "Content-Length: 0",
            "",
            "");
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    socket.send(new DatagramPacket(bytes, bytes.length, service));
  }

  private static String header(String message, String name) {
    for (String line : message.lines().toList()) {
      if (line.startsWith(name + ":")) {
        return line.substring(name.length() + 1).trim();
      }
    }
    return "";
  }

  private static String tag(String to) {
    return to.substring(to.indexOf(";tag=") + 1);
  }
}
