package io.understudy.netctl;

/** Exit codes of netctl, one for each cause. Documented in {@code netctl --help}. */
public enum ExitCode {
  OK(0, "done"),
  INTERNAL(1, "a fault of netctl itself"),
  USAGE(2, "wrong command line"),
  NO_CONFIG(10, "configuration file absent or not readable"),
  CONFIG_ERROR(11, "configuration wrong: unknown or missing key, bad value"),
  CONFIG_DOUBTFUL(12, "config-test only: usable, with warnings"),
  MISSING_CAPABILITY(20, "CAP_NET_ADMIN or CAP_NET_RAW missing"),
  NFT_ABSENT(21, "the program nft was not found"),
  KERNEL_REFUSED(22, "the kernel or nft refused the gate, the address or a route"),
  DEVICE_ABSENT(23, "the service device does not exist"),
  NOT_RUNNING(30, "no daemon answers on the socket"),
  ALREADY_RUNNING(31, "another netctl runs in this network namespace or on this socket"),
  REFUSED(32, "the daemon refused, with its reason"),
  ACCESS_DENIED(33, "no permission for the socket"),
  PROTOCOL(34, "the socket does not speak netctl's protocol"),
  SWITCHOVER_REFUSED(35, "no switch-over now, with the reason; this node speaks on"),
  SWITCHOVER_UNFINISHED(36, "this node has handed over, but the other one is not heard to speak");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }
}
