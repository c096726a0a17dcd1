/** Sockets of libc by JNA direct mapping: netlink, AF_PACKET, abstract unix sockets. */
package io.understudy.netctl.kernel;
