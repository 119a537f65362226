<?php
/**
 * What a page's script asks: who is here, and a token. Neither is ever part of a page, which caches keep.
 *
 * @package Private_Meet
 */

namespace Private_Meet;

use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/** The ticket's fields, as REST checks them. */
function ticket_arguments(): array {
	return array(
		'room'      => array(
			'type'      => 'string',
			'required'  => true,
			'minLength' => 1,
			'maxLength' => 128,
		),
		'who'       => array(
			'type'     => 'string',
			'required' => true,
			'enum'     => LEVELS,
		),
		'post'      => array(
			'type'     => 'integer',
			'required' => true,
			'minimum'  => 0,
		),
		'signature' => array(
			'type'     => 'string',
			'required' => true,
			'pattern'  => '^[0-9a-f]{64}$',
		),
	);
}

/** The two routes. */
function register_routes(): void {
	register_rest_route(
		'private-meet/v1',
		'/token',
		array(
			'methods'             => 'POST',
			'callback'            => __NAMESPACE__ . '\\answer_token',
			'permission_callback' => __NAMESPACE__ . '\\may_have_token',
			'args'                => array_merge(
				ticket_arguments(),
				array(
					'name' => array(
						'type'      => 'string',
						'default'   => '',
						'maxLength' => 200,
					),
					'key'  => array(
						'type'    => 'string',
						'default' => '',
						'pattern' => '^([0-9a-f-]{36})?$',
					),
				)
			),
		)
	);
}
add_action( 'rest_api_init', __NAMESPACE__ . '\\register_routes' );

/** Whether whoever asks may join what the ticket is for. */
function may_join( string $room, string $who, int $post_id, string $signature ): bool {
	return is_ticket( $room, $who, $post_id, $signature ) && is_open( $post_id ) && is_among( $who );
}

/** Whether whoever asks may have a token; WordPress has checked the nonce of who is signed in. */
function may_have_token( WP_REST_Request $request ) {
	if ( may_join( $request['room'], $request['who'], $request['post'], $request['signature'] ) ) {
		return true;
	}
	return new WP_Error( 'private_meet_forbidden', __( 'You may not join this meeting.', 'private-meet' ), array( 'status' => rest_authorization_required_code() ) );
}

/** A token for whoever asks. */
function answer_token( WP_REST_Request $request ) {
	if ( '' === secret() ) {
		return new WP_Error( 'private_meet_not_set_up', __( 'Meetings are not set up yet.', 'private-meet' ), array( 'status' => 503 ) );
	}
	$person = member( $request['post'] ) ?? guest( $request['name'], $request['key'] );
	if ( '' === $person['username'] || ( ! is_user_logged_in() && '' === $request['key'] ) ) {
		return new WP_Error( 'private_meet_nameless', __( 'A name is needed.', 'private-meet' ), array( 'status' => 400 ) );
	}
	$response = new WP_REST_Response( array( 'token' => mint_token( $person, $request['room'], time() ) ) );
	$response->header( 'Cache-Control', 'no-store, private' );
	return $response;
}

/**
 * Says whether whoever is here may join, and gives who is signed in the nonce that REST wants.
 *
 * By admin-ajax.php, as WordPress's own `rest-nonce`: there the cookie counts, no cache keeps the answer, and no other site's
 * page can read it. It changes nothing, so it needs no nonce of its own.
 */
function answer_visit(): void {
	// phpcs:disable WordPress.Security.NonceVerification
	$field = static function ( string $name ): string {
		return isset( $_GET[ $name ] ) && is_string( $_GET[ $name ] ) ? wp_unslash( $_GET[ $name ] ) : '';
	};
	// phpcs:enable
	$may = may_join( $field( 'room' ), one_of( LEVELS, $field( 'who' ), 'authors' ), (int) $field( 'post' ), $field( 'signature' ) );
	if ( is_user_logged_in() ) {
		$answer = array(
			'as'    => $may ? 'member' : 'nobody',
			'nonce' => $may ? wp_create_nonce( 'wp_rest' ) : '',
		);
	} else {
		$answer = array(
			'as'    => $may ? 'guest' : 'stranger',
			'nonce' => '',
		);
	}
	wp_send_json( $answer );
}
add_action( 'wp_ajax_private_meet_visit', __NAMESPACE__ . '\\answer_visit' );
add_action( 'wp_ajax_nopriv_private_meet_visit', __NAMESPACE__ . '\\answer_visit' );
