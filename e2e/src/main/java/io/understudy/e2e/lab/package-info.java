/**
 * A small network on one machine: namespaces joined by a bridge, made by {@code ip}(8) inside a
 * private set of namespaces that the kernel removes with its last process.
 */
package io.understudy.e2e.lab;
