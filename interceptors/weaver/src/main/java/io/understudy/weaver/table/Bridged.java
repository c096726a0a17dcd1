package io.understudy.weaver.table;

/**
 * A native whose call sites go to a generated bridge.
 *
 * @param home class that holds the bridge
 * @param id stands in the log; the same on every JVM of the same build
 * @param receiver type of the receiver at call sites: the owner, or a super type
 * @param viaInterface the receiver's type is an interface
 */
public record Bridged(
    String home, int id, NativeMethod method, Rule rule, String receiver, boolean viaInterface) {

  /** Class and method, as in {@code sun/nio/ch/Net#poll}. */
  public String name() {
    return method.owner() + "#" + method.name();
  }

  /** The bridge: static, receiver first. */
  public Target target() {
    return new Target(home, "n" + id, method.staticDesc(receiver));
  }
}
