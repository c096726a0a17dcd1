package io.understudy.weaver.table;

/**
 * A native whose call sites go to a generated bridge.
 *
 * @param id stands in the log; the same on every JVM of the same build
 * @param receiver type of the receiver at call sites: the owner, or a super type
 * @param viaInterface the receiver's type is an interface
 */
public record Bridged(
    int id, NativeMethod method, Rule rule, String receiver, boolean viaInterface) {

  /** The bridge: static, receiver first. */
  public Target target() {
    return Target.bridge("n" + id, method.staticDesc(receiver));
  }
}
