<?php
/**
 * Tickets: what a page says of its meeting, signed by the site.
 *
 * A page may be kept by caches for everybody and for long, so nothing in it may be anybody's own, or end. What it says is
 * signed instead: nobody can ask for a token to a room that no page of this site shows.
 *
 * @package Private_Meet
 */

namespace Private_Meet;

defined( 'ABSPATH' ) || exit;

/** Signs which room a post shows, and to whom. */
function ticket_signature( string $room, string $who, int $post_id ): string {
	$text = (string) wp_json_encode( array( 'private-meet', $room, $who, $post_id ) );
	return hash_hmac( 'sha256', $text, wp_salt( 'nonce' ) );
}

/** Whether this site has signed it. */
function is_ticket( string $room, string $who, int $post_id, string $signature ): bool {
	return hash_equals( ticket_signature( $room, $who, $post_id ), $signature );
}
