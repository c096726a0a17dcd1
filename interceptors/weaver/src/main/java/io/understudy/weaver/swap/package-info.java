/** Weaves the engine into classes as they load: call sites are swapped, nothing is rewritten. */
package io.understudy.weaver.swap;
