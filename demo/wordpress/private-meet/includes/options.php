<?php
/**
 * What an administrator set, and what holds where nothing is set.
 *
 * @package Private_Meet
 */

namespace Private_Meet;

defined( 'ABSPATH' ) || exit;

/** Everything but the secret, in one option that WordPress loads with all others. */
const OPTION = 'private_meet';

/** On its own, and read only where a token is made. */
const SECRET_OPTION = 'private_meet_secret';

/** Who may join, from all to few. */
const LEVELS = array( 'everyone', 'members', 'authors' );

/** The settings before anybody changed them. */
function defaults(): array {
	return array(
		'server'         => '',
		'issuer'         => 'private-meet',
		'who'            => 'members',
		'hosts'          => true,
		'minutes'        => 15,
		'script_url'     => '',
		'ice_servers'    => '',
		'height'         => 600,
		'layout'         => 'auto',
		'theme'          => 'auto',
		'microphone_off' => false,
		'camera_off'     => false,
	);
}

/** The settings. What an older version, or somebody's database, lacks is as by default. */
function options(): array {
	$stored = get_option( OPTION, array() );
	return array_merge( defaults(), is_array( $stored ) ? $stored : array() );
}

/** The secret that the meeting server checks tokens by: wp-config.php goes before the database. */
function secret(): string {
	return secret_is_fixed() ? (string) constant( 'PRIVATE_MEET_SECRET' ) : (string) get_option( SECRET_OPTION, '' );
}

/** Whether wp-config.php has the secret, where no form can reach it. */
function secret_is_fixed(): bool {
	return defined( 'PRIVATE_MEET_SECRET' ) && '' !== (string) constant( 'PRIVATE_MEET_SECRET' );
}

/** The settings of a form, none trusted: what is no good becomes what it was by default. */
function sanitize_options( $given ): array {
	$given    = is_array( $given ) ? $given : array();
	$defaults = defaults();
	$text     = static function ( string $key ) use ( $given, $defaults ): string {
		return isset( $given[ $key ] ) && is_string( $given[ $key ] ) ? trim( $given[ $key ] ) : (string) $defaults[ $key ];
	};
	$number   = static function ( string $key, int $least, int $most ) use ( $text, $defaults ): int {
		return is_numeric( $text( $key ) ) ? max( $least, min( $most, (int) $text( $key ) ) ) : $defaults[ $key ];
	};
	$issuer   = sanitize_text_field( $text( 'issuer' ) );
	return array(
		'server'         => esc_url_raw( $text( 'server' ), array( 'http', 'https', 'ws', 'wss' ) ),
		'issuer'         => '' === $issuer ? $defaults['issuer'] : $issuer,
		'who'            => one_of( LEVELS, $text( 'who' ), $defaults['who'] ),
		'hosts'          => ! empty( $given['hosts'] ),
		'minutes'        => $number( 'minutes', 1, 1440 ),
		'script_url'     => esc_url_raw( $text( 'script_url' ), array( 'http', 'https' ) ),
		'ice_servers'    => json_list( $text( 'ice_servers' ) ),
		'height'         => $number( 'height', 200, 4000 ),
		'layout'         => one_of( array( 'auto', 'grid', 'speaker' ), $text( 'layout' ), 'auto' ),
		'theme'          => one_of( array( 'auto', 'light', 'dark' ), $text( 'theme' ), 'auto' ),
		'microphone_off' => ! empty( $given['microphone_off'] ),
		'camera_off'     => ! empty( $given['camera_off'] ),
	);
}

/** The value, where it is one of those that there are. */
function one_of( array $values, string $value, string $otherwise ): string {
	return in_array( $value, $values, true ) ? $value : $otherwise;
}

/** A list in JSON, written anew; nothing where it is no list. */
function json_list( string $json ): string {
	$list = json_decode( $json, true );
	if ( ! is_array( $list ) || array_values( $list ) !== $list ) {
		return '';
	}
	return (string) wp_json_encode( $list, JSON_UNESCAPED_SLASHES );
}
