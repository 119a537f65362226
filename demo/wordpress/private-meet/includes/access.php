<?php
/**
 * Who may join, and as whom.
 *
 * @package Private_Meet
 */

namespace Private_Meet;

defined( 'ABSPATH' ) || exit;

/** The narrower of two: a page can keep people out whom the settings let in, never the other way round. */
function narrower( string $one, string $other ): string {
	return LEVELS[ max( (int) array_search( $one, LEVELS, true ), (int) array_search( $other, LEVELS, true ) ) ];
}

/** Whether whoever asks belongs to those who may join. */
function is_among( string $who ): bool {
	$who = narrower( $who, options()['who'] ); // the settings as they are now, not as they were when the page was made
	if ( 'everyone' === $who ) {
		return true;
	}
	return is_user_logged_in() && ( 'members' === $who || current_user_can( 'edit_posts' ) );
}

/**
 * Whether a post may be seen by whoever asks, and was published by somebody who may: a draft, which every contributor can
 * write, opens no room.
 */
function is_open( int $post_id ): bool {
	if ( 0 === $post_id ) {
		return true; // a widget or a template, which only administrators place
	}
	$post = get_post( $post_id );
	if ( ! $post ) {
		return false;
	}
	if ( is_post_publicly_viewable( $post ) ) {
		return true;
	}
	$is_out = 'private' === get_post_status( $post );
	return current_user_can( 'read_post', $post_id ) && ( $is_out || current_user_can( 'publish_post', $post_id ) );
}

/** Whoever is signed in, as others will see them; null for a guest. */
function member( int $post_id ): ?array {
	if ( ! is_user_logged_in() ) {
		return null;
	}
	$user   = wp_get_current_user();
	$name   = plain_name( html_entity_decode( (string) $user->display_name, ENT_QUOTES | ENT_HTML5, 'UTF-8' ) ); // WordPress keeps it as HTML
	$person = array(
		'sub'      => private_id( 'wp', get_current_blog_id() . '|' . $user->ID ),
		'username' => '' === $name ? 'Guest' : $name,
	);
	$is_host = options()['hosts'] && ( 0 === $post_id ? current_user_can( 'edit_others_posts' ) : current_user_can( 'edit_post', $post_id ) );
	return $is_host ? array_merge( $person, array( 'role' => 'host' ) ) : $person;
}

/** A guest by the name they gave; the key, which only their page knows, makes them the same person all along. */
function guest( string $name, string $key ): array {
	return array(
		'sub'      => private_id( 'guest', $key ),
		'username' => plain_name( $name ),
	);
}
