/**
 * JVMTI and JNI from Java: what the engine needs to schedule {@code synchronized} without rewriting
 * it.
 *
 * <p>No call of this package runs a line of JNA's Java code on the server's threads. Calls go down
 * by JNA's direct mapping (the native glue alone), and events come up as {@code CallbackProxy}
 * objects, which the glue calls without any conversion but boxing.
 */
package io.understudy.agent.jvmti;
