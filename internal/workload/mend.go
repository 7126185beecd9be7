package workload

import (
	"slices"
	"unicode/utf8"

	pg "github.com/pganalyze/pg_query_go/v6"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// Mend casts parameters to a type where the server could not tell which operator or function is
// meant: in date_column + $1 it may be a number of days or an interval. position is that of the error,
// in characters from 1 on. site tells errors at different places of the same statement apart, also
// after it was mended. It returns false where no parameter stands there without a type.
func Mend(query string, position int, typeName string) (mended string, site int, ok bool) {
	node, ok := sole(query)
	if !ok {
		return "", 0, false
	}
	at := offset(query, position)
	var place *pg.Node
	sites := 0
	each(node.ProtoReflect(), func(n *pg.Node) bool {
		location := int32(-1)
		switch {
		case n.GetAExpr() != nil:
			location = n.GetAExpr().GetLocation()
		case n.GetFuncCall() != nil:
			location = n.GetFuncCall().GetLocation()
		case n.GetSubLink() != nil: // IN (VALUES ($1), ($2))
			location = n.GetSubLink().GetLocation()
		default:
			return true
		}
		sites++
		if place == nil && int(location) == at {
			place, site = n, sites
		}
		return true
	})
	to := typeNamed(typeName)
	if place == nil || !castOperands(place, to) && !castListed(node, place, to) {
		return "", site, false
	}
	mended, err := deparse(node)
	return mended, site, err == nil
}

// Determine casts a parameter to a type wherever it stands as it is: of count($1) or concat($1, name) the
// server cannot tell its type.
func Determine(query string, number int, typeName string) (determined string, ok bool) {
	node, one := sole(query)
	if !one {
		return "", false
	}
	to := typeNamed(typeName)
	each(node.ProtoReflect(), func(n *pg.Node) bool {
		if n.GetTypeCast() != nil && isParam(n.GetTypeCast().GetArg()) {
			return false
		}
		if n.GetParamRef().GetNumber() == int32(number) {
			castTo(n, to)
			ok = true
			return false
		}
		return true
	})
	if !ok {
		return "", false
	}
	determined, err := deparse(node)
	return determined, err == nil
}

// castOperands casts the parameters that an operator or a function takes as they are, or else
// those of the operators below it, or else those of the functions below it.
func castOperands(place *pg.Node, to *pg.TypeName) bool {
	operands := slices.Concat([]*pg.Node{place.GetAExpr().GetLexpr(), place.GetAExpr().GetRexpr()}, place.GetFuncCall().GetArgs())
	done := false
	for _, operand := range operands {
		if operand != nil && isParam(operand) {
			castTo(operand, to)
			done = true
		}
	}
	if done {
		return true
	}
	operator := func(n *pg.Node) bool { return n.GetAExpr() != nil }
	function := func(n *pg.Node) bool { return n.GetFuncCall() != nil }
	return castBelow(place, to, operator, function) || castBelow(place, to, function, operator)
}

// castListed casts the parameters in the lists of VALUES that an operator compares with: column1 IN (VALUES ($1)),
// or a = v.b of a list with an alias.
func castListed(node, place *pg.Node, to *pg.TypeName) bool {
	if link := place.GetSubLink(); link != nil {
		return castColumn(link.GetSubselect().GetSelectStmt(), 0, to)
	}
	done := false
	for _, side := range []*pg.Node{place.GetAExpr().GetLexpr(), place.GetAExpr().GetRexpr()} {
		parts := names(side.GetColumnRef().GetFields())
		if len(parts) != 2 {
			continue
		}
		each(node.ProtoReflect(), func(n *pg.Node) bool {
			list := n.GetRangeSubselect()
			if list.GetAlias().GetAliasname() == parts[0] {
				at := slices.Index(names(list.GetAlias().GetColnames()), parts[1])
				done = at >= 0 && castColumn(list.GetSubquery().GetSelectStmt(), at, to) || done
			}
			return true
		})
	}
	return done
}

// castColumn casts the parameters in one column of a list of VALUES.
func castColumn(list *pg.SelectStmt, at int, to *pg.TypeName) bool {
	done := false
	for _, row := range list.GetValuesLists() {
		if items := row.GetList().GetItems(); at < len(items) && isParam(items[at]) {
			castTo(items[at], to)
			done = true
		}
	}
	return done
}

// castBelow casts the operands of what is of a kind below a node, but not what is inside the other kind.
func castBelow(place *pg.Node, to *pg.TypeName, kind, other func(*pg.Node) bool) bool {
	done := false
	below(place.ProtoReflect(), func(part protoreflect.Message) {
		each(part, func(n *pg.Node) bool {
			if kind(n) {
				done = castOperands(n, to) || done
				return false
			}
			return !other(n) && n.GetSubLink() == nil
		})
	})
	return done
}

// offset is the byte at which a character is.
func offset(text string, position int) int {
	at := 0
	for ; position > 1 && at < len(text); position-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}
