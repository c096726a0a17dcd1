/**
 * The agent's side of netctl's unix socket: framing and client.
 *
 * <p>Depends on the JDK and the generated messages only, so that the agent never needs netctl.
 */
package io.understudy.link.control;
