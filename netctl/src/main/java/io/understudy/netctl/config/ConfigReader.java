package io.understudy.netctl.config;

import io.understudy.netctl.ExitCode;
import io.understudy.netctl.NetctlException;
import io.understudy.netctl.address.Prefix;
import io.understudy.netctl.address.ServiceRoute;
import io.understudy.netctl.announce.AnnouncePlan;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a configuration and collects everything that is wrong with it. */
public final class ConfigReader {
  private static final long BYTES_PER_MEGABYTE = 1 << 20;

  private final Map<ConfigKey, String> values = new EnumMap<>(ConfigKey.class);
  private final List<String> errors = new ArrayList<>();

  /**
   * Reads a properties file. Later settings win.
   *
   * @throws NetctlException if the file is absent or not readable
   */
  public ConfigReader file(Path path) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new NetctlException(
          ExitCode.NO_CONFIG,
          "cannot read the configuration file "
              + path
              + " ("
              + e
              + "); nothing was started; name an existing file with --config",
          e);
    }
    properties.stringPropertyNames().stream().sorted().forEach(key -> set(key, properties));
    return this;
  }

  /** Sets one key, as an option of the command line does. */
  public ConfigReader set(ConfigKey key, String value) {
    values.put(key, value.strip());
    return this;
  }

  /** One key's value without looking at the others: clients need the socket only. */
  public String value(ConfigKey key) {
    return values.getOrDefault(key, key.preset());
  }

  /**
   * Checks everything.
   *
   * @throws NetctlException with all errors, one a line
   */
  public Configuration read() {
    List<Prefix> vips = parse(ConfigKey.VIP, text -> ConfigValue.list(text, Prefix::parse));
    List<ServiceRoute> routes =
        parse(ConfigKey.SERVICE_ROUTES, text -> ConfigValue.list(text, ServiceRoute::parse));
    checkAddresses(vips, routes);
    String node = parse(ConfigKey.NODE, text -> text);
    Path socket = parse(ConfigKey.SOCKET, Path::of);
    String device = parse(ConfigKey.DEVICE, ConfigValue::device);
    AnnouncePlan plan = announcements();
    PeerPlan peer = peer();
    HealthPlan health = health();
    TenurePlan tenure = tenure();
    ShadowPlan shadow = shadow();
    if (peer != null && tenure != null && tooEager(peer, tenure)) {
      errors.add(
          "peer.silent.after must be as long as 'lease' and 'arbiter.hold' together, and longer than"
              + " two leases");
    }
    if (!errors.isEmpty()) {
      throw new NetctlException(
          ExitCode.CONFIG_ERROR,
          "the configuration is wrong; nothing was started; correct:\n  "
              + String.join("\n  ", errors));
    }
    return new Configuration(
        node,
        socket,
        value(ConfigKey.SOCKET_GROUP),
        device,
        vips,
        routes,
        plan,
        peer,
        health,
        tenure,
        shadow);
  }

  /** A node must be silent before the other takes it for dead. */
  private static boolean tooEager(PeerPlan peer, TenurePlan tenure) {
    Duration silence = peer.silentAfter();
    return silence != null
        && (silence.compareTo(tenure.lease().plus(tenure.hold())) < 0
            || silence.compareTo(tenure.lease().multipliedBy(2)) <= 0);
  }

  private HealthPlan health() {
    var stuck = parse(ConfigKey.AGENT_STUCK_AFTER, ConfigValue::positive);
    var probe = parse(ConfigKey.PROBE, text -> Optional.ofNullable(ConfigValue.probe(text)));
    var every = parse(ConfigKey.PROBE_EVERY, ConfigValue::positive);
    var silent = parse(ConfigKey.PROBE_SILENT_AFTER, ConfigValue::positive);
    Boolean carrier = parse(ConfigKey.CARRIER, text -> ConfigValue.either(text, "watch", "ignore"));
    Boolean preferred = parse(ConfigKey.PREFERRED, text -> ConfigValue.either(text, "yes", "no"));
    var after = parse(ConfigKey.PREFERRED_AFTER, ConfigValue::time);
    Integer limit = parse(ConfigKey.FLAP_LIMIT, text -> ConfigValue.count(text, 1));
    var window = parse(ConfigKey.FLAP_WINDOW, ConfigValue::positive);
    boolean whole =
        Stream.of(stuck, probe, every, silent, carrier, preferred, after, limit, window)
            .allMatch(Objects::nonNull);
    return whole
        ? new HealthPlan(
            stuck, probe.orElse(null), every, silent, carrier, preferred, after, limit, window)
        : null;
  }

  private ShadowPlan shadow() {
    var time = parse(ConfigKey.INPUT_SHADOW, ConfigValue::timeOrOff);
    var megabytes = parse(ConfigKey.INPUT_SHADOW_MEGABYTES, text -> ConfigValue.count(text, 1));
    return time == null || megabytes == null
        ? null
        : new ShadowPlan(time, megabytes * BYTES_PER_MEGABYTE);
  }

  private TenurePlan tenure() {
    var lease = parse(ConfigKey.LEASE, ConfigValue::positive);
    var agent = parse(ConfigKey.AGENT_SILENT_AFTER, ConfigValue::positive);
    var hold = parse(ConfigKey.ARBITER_HOLD, ConfigValue::positive);
    String arbiter = parse(ConfigKey.ARBITER, ConfigValue::arbiter);
    String cluster = parse(ConfigKey.CLUSTER, ConfigValue::name);
    boolean whole =
        lease != null && agent != null && hold != null && arbiter != null && cluster != null;
    return whole ? new TenurePlan(lease, agent, arbiter, hold, cluster) : null;
  }

  private void set(String name, Properties properties) {
    ConfigKey.of(name)
        .ifPresentOrElse(
            key -> set(key, properties.getProperty(name)),
            () ->
                errors.add(
                    "unknown key '"
                        + name
                        + "'; did you mean '"
                        + ConfigKey.nearest(name).text()
                        + "'?"));
  }

  private AnnouncePlan announcements() {
    Integer first = parse(ConfigKey.ANNOUNCE_FIRST, text -> ConfigValue.count(text, 1));
    Integer again = parse(ConfigKey.ANNOUNCE_AGAIN, text -> ConfigValue.count(text, 0));
    var after = parse(ConfigKey.ANNOUNCE_AGAIN_AFTER, ConfigValue::time);
    var refresh = parse(ConfigKey.ANNOUNCE_REFRESH, ConfigValue::timeOrOff);
    var defend = parse(ConfigKey.ANNOUNCE_DEFEND, ConfigValue::timeOrOff);
    boolean whole = Stream.of(first, again, after, refresh, defend).allMatch(Objects::nonNull);
    return whole ? new AnnouncePlan(first, again, after, refresh, defend) : null;
  }

  private PeerPlan peer() {
    boolean peer = !value(ConfigKey.PEER).isEmpty();
    boolean listen = !value(ConfigKey.LISTEN).isEmpty();
    if (peer != listen) {
      errors.add("'peer' and 'listen' belong together; give both or neither");
    }
    if (!peer || !listen) {
      return null;
    }
    var ours = parse(ConfigKey.LISTEN, text -> ConfigValue.list(text, ConfigValue::address));
    var theirs = parse(ConfigKey.PEER, text -> ConfigValue.list(text, ConfigValue::address));
    if (ours != null && theirs != null && ours.size() != theirs.size()) {
      errors.add("'peer' and 'listen' name the same paths: give as many addresses in both");
    }
    return new PeerPlan(
        ours,
        theirs,
        parse(ConfigKey.PEER_EVERY, ConfigValue::positive),
        parse(ConfigKey.PEER_SILENT_AFTER, ConfigValue::positive),
        parse(ConfigKey.TAKEOVER_WAIT, ConfigValue::time));
  }

  private void checkAddresses(List<Prefix> vips, List<ServiceRoute> routes) {
    if (vips == null || routes == null) {
      return;
    }
    if (vips.isEmpty()) {
      errors.add("'vip' names no address");
    }
    for (Prefix vip : vips) {
      if (!vip.isHost()) {
        errors.add("vip: " + vip + " must be /32, or /128 for IPv6: it is no network of its own");
      }
    }
    for (ServiceRoute route : routes) {
      boolean ipv6 = route.destination().isIpv6();
      if (vips.stream().noneMatch(vip -> vip.isIpv6() == ipv6)) {
        errors.add("service.routes: no virtual address of the family of " + route);
      }
    }
  }

  private <T> T parse(ConfigKey key, Function<String, T> form) {
    String text = value(key);
    if (text == null || (text.isEmpty() && key.preset() == null)) {
      errors.add("missing key '" + key.text() + "': " + key.meaning());
      return null;
    }
    try {
      return form.apply(text);
    } catch (IllegalArgumentException e) {
      errors.add(key.text() + ": " + e.getMessage());
      return null;
    }
  }
}
