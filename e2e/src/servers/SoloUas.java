import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A SIP answering machine that belongs to no build of ours, as a user would bring one: bound to the
 * wildcard address, unless one is given, served by several threads, its calls in a HashMap whose
 * keys are plain objects, so that their order, which goes into the tags it sends, hangs on identity
 * hash codes. It rings two seconds, repeats its 200 until the ACK, and answers a BYE of a call it
 * does not know with 481.
 *
 * <p>Usage: {@code java SoloUas.java PORT [THREADS [ADDRESS]]}.
 */
public class SoloUas {
  private static final class Key {} // neither equals nor hashCode

  private static final class Call {
    String id;
    String tag;
    SocketAddress peer;
    String invite;
    boolean acknowledged;
  }

  private final Map<Key, Call> calls = new HashMap<>();
  private final Random random = new Random();
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private final DatagramSocket socket;

  private SoloUas(InetSocketAddress address) throws IOException {
    socket = new DatagramSocket(address);
  }

  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[0]);
    SoloUas uas =
        new SoloUas(
            args.length > 2 ? new InetSocketAddress(args[2], port) : new InetSocketAddress(port));
    int threads = args.length > 1 ? Integer.parseInt(args[1]) : 4;
    for (int i = 0; i < threads; i++) {
      new Thread(uas::serve, "sip-" + i).start();
    }
    System.out.println("ready");
  }

  private void serve() {
    byte[] buffer = new byte[4096];
    while (true) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        String text = new String(buffer, 0, packet.getLength(), StandardCharsets.ISO_8859_1);
        handle(text, packet.getSocketAddress());
      } catch (IOException e) {
        System.err.println(e);
      }
    }
  }

  private void handle(String request, SocketAddress peer) throws IOException {
    String method = request.substring(0, Math.max(0, request.indexOf(' ')));
    switch (method) {
      case "INVITE" -> invite(request, peer);
      case "ACK" -> {
        Call call = find(header(request, "Call-ID"));
        if (call != null) {
          synchronized (call) {
            call.acknowledged = true;
          }
        }
      }
      case "BYE" -> {
        Call call = find(header(request, "Call-ID"));
        if (call == null) {
          send(response(request, "481 Call Does Not Exist", null), peer);
        } else {
          send(response(request, "200 OK", call.tag), peer);
          // its BYE may be repeated: the answer may have been lost
          timer.schedule(() -> forget(call), 8, TimeUnit.SECONDS);
        }
      }
      default -> System.err.println("ignored: " + method);
    }
  }

  private void invite(String request, SocketAddress peer) throws IOException {
    Call call;
    boolean fresh = false;
    synchronized (calls) {
      call = find(header(request, "Call-ID"));
      if (call == null) {
        fresh = true;
        call = new Call();
        call.id = header(request, "Call-ID");
        call.peer = peer;
        call.invite = request;
        Key key = new Key();
        calls.put(key, call);
        int place = new ArrayList<>(calls.keySet()).indexOf(key);
        call.tag = "solo" + place + "-" + Integer.toHexString(random.nextInt());
      }
    }
    send(response(request, "180 Ringing", call.tag), peer);
    if (fresh) {
      Call ringing = call;
      timer.schedule(() -> answer(ringing, 500), 2, TimeUnit.SECONDS);
    }
  }

  private void answer(Call call, long again) {
    synchronized (call) {
      if (call.acknowledged || again > 16_000) {
        return;
      }
    }
    try {
      send(response(call.invite, "200 OK", call.tag), call.peer);
    } catch (IOException e) {
      System.err.println(e);
    }
    timer.schedule(() -> answer(call, again * 2), again, TimeUnit.MILLISECONDS);
  }

  private Call find(String id) {
    synchronized (calls) {
      for (Call call : calls.values()) {
        if (call.id.equals(id)) {
          return call;
        }
      }
      return null;
    }
  }

  private void forget(Call call) {
    synchronized (calls) {
      calls.values().remove(call);
    }
  }

  private String response(String request, String status, String tag) {
    StringBuilder text = new StringBuilder("SIP/2.0 ").append(status).append("\r\n");
    for (String line : request.split("\r\n")) {
      int colon = line.indexOf(':');
      String name = colon < 0 ? "" : line.substring(0, colon).trim();
      if (List.of("Via", "From", "Call-ID", "CSeq").contains(name)) {
        text.append(line).append("\r\n");
      } else if (name.equals("To")) {
        boolean add = tag != null && !line.contains("tag=");
        text.append(line).append(add ? ";tag=" + tag : "").append("\r\n");
      }
    }
    String local = request.split(" ", 3)[1];
    text.append("Contact: <").append(local).append(">\r\nContent-Length: 0\r\n\r\n");
    return text.toString();
  }

  private static String header(String message, String name) {
    for (String line : message.split("\r\n")) {
      if (line.startsWith(name + ":")) {
        return line.substring(name.length() + 1).trim();
      }
    }
    return "";
  }

  private void send(String text, SocketAddress peer) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    socket.send(new DatagramPacket(bytes, bytes.length, peer));
  }
}
