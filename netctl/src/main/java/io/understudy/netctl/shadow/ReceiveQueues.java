package io.understudy.netctl.shadow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringTokenizer;

/** What waits unread in this node's UDP sockets, as the kernel lists it. Any thread. */
public final class ReceiveQueues {
  private static final List<Path> LISTS =
      List.of(Path.of("/proc/self/net/udp"), Path.of("/proc/self/net/udp6"));

  private static final int HEX = 16;

  private ReceiveQueues() {}

  /** Bytes of memory that wait in the fullest socket at a port; 0 if nobody tells. */
  public static long fullest(int port) {
    long fullest = 0;
    for (Path list : LISTS) {
      try {
        for (String line : Files.readAllLines(list)) {
          fullest = Math.max(fullest, waiting(line, port));
        }
      } catch (IOException noSuchFamily) {
        // its sockets hold nothing
      }
    }
    return fullest;
  }

  /** The columns are a number, the local address with its port, the remote one, state, queues. */
  private static long waiting(String line, int port) {
    StringTokenizer words = new StringTokenizer(line);
    words.nextToken();
    String local = words.nextToken();
    if (!local.contains(":") || hexBehindColon(local) != port) {
      return 0;
    }
    words.nextToken();
    words.nextToken();
    return hexBehindColon(words.nextToken());
  }

  private static long hexBehindColon(String text) {
    return Long.parseLong(text.substring(text.indexOf(':') + 1), HEX);
  }
}
