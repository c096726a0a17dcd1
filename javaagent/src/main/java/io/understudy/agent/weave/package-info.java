/** Puts the interception in place: bridges, call sites, events of the JVM. */
package io.understudy.agent.weave;
