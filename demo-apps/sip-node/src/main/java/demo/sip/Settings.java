package demo.sip;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Command line of a SIP demo server.
 *
 * @param bind address the server listens on; may be the wildcard
 * @param advertise host that the server names in Via and Contact; null means the bind address, or
 *     with the wildcard the host by which each caller addressed the server
 * @param cluster nodes that calls are spread over
 * @param workers threads that process messages
 * @param digestFile where to append a digest of the call tables each second; null for none
 * @param ringTimeout how long a call may ring before it is cancelled
 * @param callExpiry how long a call may last before its state is dropped
 */
public record Settings(
    Endpoint bind,
    String advertise,
    List<Endpoint> cluster,
    int workers,
    Path digestFile,
    Duration ringTimeout,
    Duration callExpiry) {

  private static final String USAGE =
      """
      --bind HOST:PORT --cluster HOST:PORT[,HOST:PORT...]
        [--advertise HOST] [--workers N] [--digest-file PATH]
        [--ring-timeout SECONDS] [--call-expiry SECONDS]""";

  /** Parses the command line; prints the usage and exits with 2 if it is wrong. */
  public static Settings parse(String program, String[] args) {
    try {
      return parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(program + ": " + e.getMessage());
      System.err.println("usage: " + program + " " + USAGE);
      System.exit(2);
      throw new AssertionError(e);
    }
  }

  static Settings parse(String[] args) {
    Endpoint bind = null;
    String advertise = null;
    List<Endpoint> cluster = new ArrayList<>();
    int workers = 4;
    Path digestFile = null;
    Duration ringTimeout = Duration.ofSeconds(60);
    Duration callExpiry = Duration.ofHours(1);
    for (int i = 0; i < args.length; i += 2) {
      if (i + 1 == args.length) {
        throw new IllegalArgumentException("option " + args[i] + " has no value");
      }
      String value = args[i + 1];
      switch (args[i]) {
        case "--bind" -> bind = Endpoint.parse(value);
        case "--advertise" -> advertise = value;
        case "--cluster" -> {
          for (String node : value.split(",", -1)) {
            cluster.add(Endpoint.parse(node));
          }
        }
        case "--workers" -> workers = positive(args[i], value);
        case "--digest-file" -> digestFile = Path.of(value);
        case "--ring-timeout" -> ringTimeout = Duration.ofSeconds(positive(args[i], value));
        case "--call-expiry" -> callExpiry = Duration.ofSeconds(positive(args[i], value));
        default -> throw new IllegalArgumentException("unknown option " + args[i]);
      }
    }
    if (bind == null || cluster.isEmpty()) {
      throw new IllegalArgumentException("--bind and --cluster are needed");
    }
    return new Settings(
        bind, advertise, List.copyOf(cluster), workers, digestFile, ringTimeout, callExpiry);
  }

  /**
   * The host to name in Via and Contact of a call.
   *
   * @param addressed host by which the caller addressed this server
   */
  public String advertisedHost(String addressed) {
    if (advertise != null) {
      return advertise;
    }
    return bind.isWildcard() ? addressed : bind.host();
  }

  private static int positive(String option, String value) {
    int number;
    try {
      number = Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " wants a number, not '" + value + "'", e);
    }
    if (number <= 0) {
      throw new IllegalArgumentException(option + " wants a positive number, not " + value);
    }
    return number;
  }
}
