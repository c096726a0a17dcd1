package io.understudy.netctl.lab;

import io.understudy.link.control.LifeLine;
import io.understudy.link.control.Mandate;
import io.understudy.link.control.NetctlClient;
import io.understudy.link.control.NetctlListener;
import io.understudy.link.message.AgentHandedOver;
import io.understudy.link.message.AgentMandate;
import io.understudy.link.message.AgentProtection;
import io.understudy.link.message.AgentRegister;
import io.understudy.link.message.AgentRole;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.AgentWelcome;
import io.understudy.netctl.address.Prefix;
import io.understudy.netctl.gate.NftCommand;
import io.understudy.netctl.gate.SilenceGate;
import io.understudy.netctl.kernel.PacketSocket;
import io.understudy.netctl.kernel.Sniffer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that lives in a network namespace of a test and obeys lines on its stdin: one answer
 * line for each, and {@code FRAME} lines of its sniffers between them.
 */
final class Inhabitant {
  private static final int ANSWER_MILLIS = 700;
  private static final PrintStream OUT = System.out;

  private final AtomicInteger received = new AtomicInteger();
  private String name = "";
  private DatagramSocket server;
  private NetctlClient agent;
  private final Queue<String> told = new ConcurrentLinkedQueue<>();
  private long epoch;
  private Numbers numbers;
  private volatile boolean willing = true;
  private volatile boolean mute;
  private AtomicReference<AgentState> says;
  private volatile boolean hangs;
  private final List<Integer> collected = Collections.synchronizedList(new ArrayList<>());

  private Inhabitant() {}

  public static void main(String[] arguments) throws Exception {
    Inhabitant inhabitant = new Inhabitant();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String answer;
      try {
        answer = inhabitant.obey(line.split(" "));
      } catch (IOException e) {
        answer = "ERROR " + e;
      }
      say(answer);
    }
  }

  private String obey(String[] words) throws Exception {
    return switch (words[0]) {
      case "serve" -> serve(words[1], Integer.parseInt(words[2]));
      case "received" -> String.valueOf(received.get());
      case "send" -> send(words[1], Integer.parseInt(words[2]));
      case "ask" -> ask(words[1], Integer.parseInt(words[2]));
      case "inject" -> inject(words[1], words[2]);
      case "sniff" -> sniff(words[1], words[2]);
      case "register" -> register(words[1], words[2], 1);
      case "primary" -> primary(words[1]);
      case "alone" -> alone();
      case "take" -> {
        numbers = Numbers.take(Integer.parseInt(words[1]));
        yield "taking";
      }
      case "count" -> String.valueOf(numbers.count());
      case "taken" -> numbers.text();
      case "flood" -> {
        int count = Integer.parseInt(words[3]);
        Numbers.send(words[1], Integer.parseInt(words[2]), count, Integer.parseInt(words[4]));
        yield "flooded";
      }
      case "journal" -> journal(Integer.parseInt(words[1]));
      case "hang" -> {
        hangs = true;
        yield "hanging";
      }
      case "collect" -> collect(Integer.parseInt(words[1]));
      case "collected" -> collected.toString().replace(" ", "");
      case "series" -> {
        int from = Integer.parseInt(words[1]);
        int count = Integer.parseInt(words[4]);
        Series.send(from, words[2], Integer.parseInt(words[3]), count, Integer.parseInt(words[5]));
        yield "sent";
      }
      case "state" -> state(words[1], Integer.parseInt(words[2]));
      case "unwilling" -> {
        willing = false;
        yield "so be it";
      }
      case "mute" -> {
        mute = true;
        yield "mute";
      }
      case "stuck" -> {
        says.set(says.get().toBuilder().setStuckMillis(Long.parseLong(words[1])).build());
        yield "said";
      }
      case "told" -> told.toString();
      case "chatter" -> chatter(words[1], Integer.parseInt(words[2]));
      case "lease" -> lease(words[1], words[2], words[3].equals("blindly"));
      default -> "ERROR unknown command " + words[0];
    };
  }

  /** A server bound to the wildcard address that answers with its node's name. */
  private String serve(String node, int port) throws IOException {
    name = node;
    server = new DatagramSocket(port);
    thread(
        () -> {
          DatagramPacket packet = new DatagramPacket(new byte[100], 100);
          while (true) {
            server.receive(packet);
            received.incrementAndGet();
            if (mute) {
              continue;
            }
            byte[] answer = name.getBytes(StandardCharsets.UTF_8);
            server.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
          }
        });
    return "serving";
  }

  /** A server that writes down what it takes, as a log elsewhere does, until it hangs. */
  private String journal(int port) throws IOException {
    DatagramSocket socket = new DatagramSocket(port);
    thread(
        () ->
            Series.take(
                socket,
                number -> {
                  while (hangs) {
                    LockSupport.parkNanos(1_000_000);
                  }
                  say("LOG " + number);
                }));
    return "writing";
  }

  /** A server that keeps what it takes. */
  private String collect(int port) throws IOException {
    DatagramSocket socket = new DatagramSocket(port);
    thread(() -> Series.take(socket, collected::add));
    return "collecting";
  }

  private String send(String host, int port) throws IOException {
    byte[] word = "unasked".getBytes(StandardCharsets.UTF_8);
    server.send(new DatagramPacket(word, word.length, new InetSocketAddress(host, port)));
    return "sent";
  }

  private static String ask(String host, int port) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(ANSWER_MILLIS);
      socket.send(new DatagramPacket(new byte[1], 1, new InetSocketAddress(host, port)));
      DatagramPacket answer = new DatagramPacket(new byte[100], 100);
      socket.receive(answer);
      String text = new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8);
      return text + " from " + answer.getAddress().getHostAddress();
    } catch (SocketTimeoutException e) {
      return "no answer";
    }
  }

  /** An ARP reply of our own making, past the kernel's ARP. */
  private static String inject(String device, String vip) throws IOException {
    NetworkInterface found = NetworkInterface.getByName(device);
    byte[] frame = new byte[42];
    System.arraycopy(new byte[] {-1, -1, -1, -1, -1, -1}, 0, frame, 0, 6);
    System.arraycopy(found.getHardwareAddress(), 0, frame, 6, 6);
    System.arraycopy(new byte[] {8, 6, 0, 1, 8, 0, 6, 4, 0, 2}, 0, frame, 12, 10);
    System.arraycopy(found.getHardwareAddress(), 0, frame, 22, 6);
    System.arraycopy(InetAddress.getByName(vip).getAddress(), 0, frame, 28, 4);
    try (PacketSocket socket = new PacketSocket(found.getIndex())) {
      return socket.send(frame) ? "left" : "dropped";
    }
  }

  private static String sniff(String device, String vip) throws IOException {
    int index = NetworkInterface.getByName(device).getIndex();
    Sniffer sniffer =
        new Sniffer(InetAddress.getByName(vip).getAddress(), what -> say("FRAME " + what));
    thread(() -> sniffer.read(index));
    return "sniffing";
  }

  /** This process is a server's agent from now on; its death is the server's. */
  private String register(String socket, String role, long first) throws IOException {
    AgentRegister register =
        AgentRegister.newBuilder()
            .setService("echo")
            .setRole(AgentRole.valueOf(role))
            .setPid(ProcessHandle.current().pid())
            .setEpoch(first)
            .build();
    agent = new NetctlClient(Path.of(socket), register, new Listener());
    agent.start();
    LifeLine.start(Path.of(socket), register.getPid());
    says = SignsOfLife.start(agent, register.getRole(), first);
    epoch = first;
    return "registered";
  }

  /** As a server does that begins a log. */
  private String primary(String socket) throws IOException {
    AgentMandate mandate = Mandate.ask(Path.of(socket), "echo");
    return mandate.getGranted()
        ? register(
            socket,
            AgentRole.AGENT_ROLE_PRIMARY.name(),
            mandate.getArbitrated() ? mandate.getEpoch() : 1)
        : "refused: " + mandate.getReason();
  }

  /** What the agent says of its backup from now on. */
  private String state(String protection, int behind) {
    says.set(
        says.get().toBuilder()
            .setProtection(AgentProtection.valueOf(protection))
            .setAppendedPosition(behind)
            .build());
    return "said";
  }

  private void handOver() {
    if (!willing) {
      agent.handedOver(AgentHandedOver.newBuilder().setReason("it will not").build());
      return;
    }
    numbers.finish(
        () ->
            agent.handedOver(
                AgentHandedOver.newBuilder().setDone(true).setPosition(numbers.count()).build()));
  }

  private String alone() {
    agent.alone(epoch);
    return "asked";
  }

  /** Says something all the time, whether it is let or not. */
  private String chatter(String host, int port) {
    thread(
        () -> {
          while (true) {
            send(host, port);
            LockSupport.parkNanos(2_000_000);
          }
        });
    return "chattering";
  }

  /** Holds a gate of its own open by renewals of the lease. */
  private static String lease(String device, String vip, boolean blindly) {
    SilenceGate gate =
        new SilenceGate(
            "understudy",
            device,
            List.of(Prefix.parse(vip)),
            Duration.ofMillis(100),
            false,
            new NftCommand());
    gate.install();
    gate.open();
    thread(
        () -> {
          while (true) {
            if (!gate.renew() && blindly) {
              gate.open();
            }
            LockSupport.parkNanos(25_000_000);
          }
        });
    return "leased";
  }

  private static synchronized void say(String line) {
    OUT.println(line);
    OUT.flush();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void thread(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                say("ERROR " + e);
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private final class Listener implements NetctlListener {
    @Override
    public void welcomed(AgentWelcome welcome) {}

    @Override
    public void promote(long epoch, long toldNanos) {}

    @Override
    public void held(String reason) {}

    @Override
    public void silenced(String reason) {}

    @Override
    public void granted(long epoch) {
      say("TOLD granted " + epoch);
    }

    @Override
    public void handOver() {
      Inhabitant.this.handOver();
    }

    @Override
    public void fenced(String reason) {
      told.add("fenced");
      say("TOLD fenced");
    }

    @Override
    public void disconnected(String reason) {}
  }
}
