package io.understudy.netctl.config;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forms of values. Each throws IllegalArgumentException saying what is wrong. */
final class ConfigValue {
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m)");
  private static final int MAX_COUNT = 100;
  private static final int MAX_PORT = 65535;
  private static final Pattern DEVICE = Pattern.compile("[!-.0-9;-~]{1,15}");

  private ConfigValue() {}

  static Duration time(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a time such as 250ms, 5s or 1m");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }

  static Duration timeOrOff(String text) {
    return text.equals("off") ? Duration.ZERO : time(text);
  }

  static Duration positive(String text) {
    Duration time = time(text);
    if (time.isZero()) {
      throw new IllegalArgumentException("'" + text + "' is no positive time");
    }
    return time;
  }

  static int count(String text, int least) {
    try {
      int count = Integer.parseInt(text);
      if (count >= least && count <= MAX_COUNT) {
        return count;
      }
    } catch (NumberFormatException notANumber) {
      // reported below
    }
    throw new IllegalArgumentException(
        "'" + text + "' is not a number from " + least + " to " + MAX_COUNT);
  }

  /** Looks the host up: a name that is not known now is an error. */
  static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    try {
      int port = colon < 1 ? 0 : Integer.parseInt(text.substring(colon + 1));
      if (port > 0 && port <= MAX_PORT) {
        InetSocketAddress address = new InetSocketAddress(text.substring(0, colon), port);
        if (!address.isUnresolved()) {
          return address;
        }
        throw new IllegalArgumentException("the host in '" + text + "' is not known");
      }
    } catch (NumberFormatException notANumber) {
      // reported below
    }
    throw new IllegalArgumentException("'" + text + "' is not HOST:PORT");
  }

  /** A device name that the kernel accepts and that cannot break out of a rule. */
  static String device(String text) {
    if (!DEVICE.matcher(text).matches() || text.contains("\"") || text.contains("\\")) {
      throw new IllegalArgumentException("'" + text + "' is no name of a network device");
    }
    return text;
  }

  /** Where a SIP server is asked; null for nowhere. */
  static InetSocketAddress probe(String text) {
    if (text.equals("off")) {
      return null;
    }
    if (!text.startsWith("sip:")) {
      throw new IllegalArgumentException("'" + text + "' is not 'off' or sip:HOST:PORT");
    }
    return address(text.substring("sip:".length()));
  }

  /** True for the first word, false for the second. */
  static boolean either(String text, String yes, String no) {
    if (!text.equals(yes) && !text.equals(no)) {
      throw new IllegalArgumentException("'" + text + "' is not '" + yes + "' or '" + no + "'");
    }
    return text.equals(yes);
  }

  /** Which arbiter; whether it is there is seen later. */
  static String arbiter(String text) {
    boolean known =
        text.equals(TenurePlan.NONE)
            || text.matches("file:/.+")
            || text.matches("etcd:https?://[^,\\s]+(,https?://[^,\\s]+)*");
    if (!known) {
      throw new IllegalArgumentException(
          "'" + text + "' is not none, file:/PATH or etcd:http://HOST:PORT[,...]");
    }
    return text;
  }

  /** A word that can stand in a key and in a line. */
  static String name(String text) {
    if (!text.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException("'" + text + "' is no name of letters, digits, . _ -");
    }
    return text;
  }

  static <T> List<T> list(String text, Function<String, T> form) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(form)
        .toList();
  }
}
