/** The link between primary and backup: frames, handshake, feeding and following. */
package io.understudy.link.wire;
