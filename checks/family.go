package checks

import "slices"

// Referring lists the references to a table, declared and inferred: also those
// to its partitions, or to what it is a partition of, which hold the same rows.
func (s Schema) Referring(parent Table) []Reference {
	family := s.Family(parent)
	var list []Reference
	for _, reference := range s.References {
		if slices.Contains(family, [2]string{reference.ParentSchema, reference.ParentTable}) {
			list = append(list, reference)
		}
	}
	return list
}

// Family lists, as schema and name, a table and what is above and below it in
// its partition tree.
func (s Schema) Family(table Table) [][2]string {
	own := [2]string{table.Schema, table.Name}
	list := [][2]string{own}
	for _, root := range s.Tables {
		above := map[[2]string][2]string{}
		for _, p := range root.Partitions {
			above[[2]string{p.Schema, p.Name}] = [2]string{p.ParentSchema, p.Parent}
		}
		if _, inTree := above[own]; !inTree && own != [2]string{root.Schema, root.Name} || len(above) == 0 {
			continue
		}
		for up, ok := above[own]; ok; up, ok = above[up] {
			list = append(list, up)
		}
		for _, p := range root.Partitions {
			member := [2]string{p.Schema, p.Name}
			for up, ok := above[member]; ok; up, ok = above[up] {
				if up == own {
					list = append(list, member)
				}
			}
		}
		return list
	}
	return list
}

// inherit adds what tables refer to that inherit from one that refers: foreign
// keys are not inherited, and yet their rows are read as rows of the other.
func (s *Schema) inherit() {
	known := map[string]bool{}
	for _, reference := range s.References {
		known[reference.Object()] = true
	}
	for i := 0; i < len(s.References); i++ { // what is added is inherited in turn
		for _, heir := range s.Tables {
			from := s.References[i]
			if from.Origin != Declared && from.Origin != Inherited || !slices.Contains(heir.Inherits, [2]string{from.Schema, from.Table}) {
				continue
			}
			reference := from
			reference.Schema, reference.Table, reference.ChildKind = heir.Schema, heir.Name, heir.Kind
			reference.Constraint, reference.Definition = nil, nil
			reference.Validated, reference.Enforced, reference.Origin = false, false, Inherited
			if !known[reference.Object()] {
				known[reference.Object()] = true
				s.References = append(s.References, reference)
			}
		}
	}
}
