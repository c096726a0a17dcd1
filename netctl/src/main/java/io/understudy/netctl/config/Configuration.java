package io.understudy.netctl.config;

import io.understudy.netctl.address.Prefix;
import io.understudy.netctl.address.ServiceRoute;
import io.understudy.netctl.announce.AnnouncePlan;
import java.nio.file.Path;
import java.util.List;

/**
 * What a daemon is told at its start; checked for form, not against this host.
 *
 * @param socketGroup empty for the owner's group
 * @param vips at least one
 * @param peer null if none is configured
 * @param health when a living server is given up
 * @param tenure how long this node may speak on whose word
 * @param shadow what is kept of the input of a silent node
 */
public record Configuration(
    String node,
    Path socket,
    String socketGroup,
    String device,
    List<Prefix> vips,
    List<ServiceRoute> routes,
    AnnouncePlan announcements,
    PeerPlan peer,
    HealthPlan health,
    TenurePlan tenure,
    ShadowPlan shadow) {

  /** The virtual addresses as text. */
  public List<String> vipTexts() {
    return vips.stream().map(Prefix::toString).toList();
  }
}
