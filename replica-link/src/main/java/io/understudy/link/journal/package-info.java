/**
 * The log on disk, kept from genesis: segments of checked blocks.
 *
 * <p>No class of this package needs Netty or protobuf.
 */
package io.understudy.link.journal;
